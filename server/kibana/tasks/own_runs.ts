import type { TaskManagerStartContract } from '@kbn/task-manager-plugin/server';
import { SetupError } from '../../../common/problem';
import { isMoving } from '../../../common/run';
import { documentOf, newestOfEach, type RunDocument } from './run_documents';
import {
  isOwnedBy,
  ownedScope,
  ownerScope,
  type Owner,
} from '../../core/workflows/engine/run_state';
import { runTaskType, undoTaskType } from './task_types';

/** Maximum number of concurrent runs of one person in one space. */
export const workingLimit = 50;

/** Maximum number of records of one person in one space, far more than one week produces. */
export const recordLimit = 100;

/** Maximum number of documents in a search, which includes leftovers. */
const searchSize = 4 * recordLimit;

/** Time for which a search can miss a newly scheduled task, in milliseconds: Elasticsearch refreshes every second. */
const searchLag = 5_000;

/** One person's runs in one space. */
export function createOwnRuns(taskManager: TaskManagerStartContract) {
  /** Recently admitted runs, which a search might not return yet, by owner and run. */
  const admitted = new Map<string, Map<string, number>>();

  async function search(scopes: object): Promise<RunDocument[]> {
    const query = {
      bool: { filter: [{ terms: { 'task.taskType': [runTaskType, undoTaskType] } }], ...scopes },
    };
    const { docs } = await taskManager.fetch({ query, size: searchSize });
    return docs.flatMap((task) => documentOf(task) ?? []);
  }

  async function list(owner: Owner): Promise<RunDocument[]> {
    const scopes = [owner, ...(owner.formerly ? [{ ...owner, user: owner.formerly }] : [])];
    const found = await Promise.all([
      search({ must: [{ terms: { 'task.scope': scopes.map(ownerScope) } }] }),
      // Documents of earlier versions have no owner scope.
      search({ must_not: [{ term: { 'task.scope': ownedScope } }] }),
    ]);
    return newestOfEach(found.flat())
      .filter(({ state }) => isOwnedBy(state.owner, owner))
      .sort((a, b) => b.state.run.startedAt.localeCompare(a.state.run.startedAt));
  }

  function recentOf(owner: Owner): Map<string, number> {
    const scope = ownerScope(owner);
    const recent = admitted.get(scope) ?? new Map<string, number>();
    const since = Date.now() - searchLag;
    for (const [runId, at] of recent) if (at < since) recent.delete(runId);
    admitted.set(scope, recent);
    for (const [other, runs] of admitted) {
      if (other !== scope && [...runs.values()].every((at) => at < since)) admitted.delete(other);
    }
    return recent;
  }

  /** Throws if the person has too many running setups or records. Synchronous after the search. */
  async function admit(owner: Owner, runId: string, kind: 'new' | 'known'): Promise<void> {
    const found = (await list(owner)).filter(({ state }) => state.run.runId !== runId);
    const recent = recentOf(owner);
    const others = [...recent.keys()].filter((id) => id !== runId);
    const idOf = ({ state }: RunDocument) => state.run.runId;
    const working = new Set([
      ...found.filter(({ state }) => isMoving(state.run)).map(idOf),
      ...others,
    ]);
    if (working.size >= workingLimit) {
      throw new SetupError({ code: 'too_many_runs', detail: { limit: workingLimit } });
    }
    if (kind === 'new' && new Set([...found.map(idOf), ...others]).size >= recordLimit) {
      throw new SetupError({ code: 'too_many_records', detail: { limit: recordLimit } });
    }
    recent.set(runId, Date.now());
  }

  const recentIds = (owner: Owner): string[] => [...recentOf(owner).keys()];

  return { list, recentIds, admit };
}
