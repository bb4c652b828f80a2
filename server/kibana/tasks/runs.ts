import type { KibanaRequest } from '@kbn/core/server';
import type { TaskManagerStartContract } from '@kbn/task-manager-plugin/server';
import type { Run } from '../../../common/run';
import type { DefaultModelRecord } from '../../../common/default_model';
import type { SetupRequest } from '../../../common/setup_request';
import { createFinishedRecord, maximumTries } from './finished_record';
import { createOwnRuns } from './own_runs';
import { createRunDocuments, type RunDocument } from './run_documents';
import {
  generationOf,
  isOwnedBy,
  keepFor,
  newRun,
  ownerScope,
  resumed,
  stopped,
  undoing,
  type Owner,
  type RunState,
} from '../../core/workflows/engine/run_state';
import { assertResumable, assertSame, notFound, withRequest } from './run_refusals';
import { runTaskType, undoTaskType } from './task_types';
import { workflows } from '../../core/workflows';
import type { Standing } from '../../core/workflows/engine/waiting';
import type { Workflow } from '../../core/workflows/workflow';

/** A caller, with the request for scheduling tasks. */
export interface Caller extends Owner {
  request: KibanaRequest;
}

interface Input {
  runId: string;
  session: string;
}

interface NewRun extends Input {
  workflow: Workflow;
  request: SetupRequest;
  /** The setup whose deployment it changes. */
  setUpId?: string;
  /** Tokens per minute in one unit of quota. */
  tokensPerUnit?: number;
}

const isAtWork = ({ task }: RunDocument) => task.status === 'running' || task.status === 'claiming';

/** Receives failures that do not stop a run. */
type Report = (error: unknown) => void;

/** Stores runs in Kibana's Task Manager, as the state of a task. */
export function createRuns(taskManager: TaskManagerStartContract, report: Report) {
  const documents = createRunDocuments(taskManager);
  const own = createOwnRuns(taskManager);

  /** The caller's run with this id; runs of other people count as missing. */
  async function find(runId: string, owner: Owner): Promise<RunDocument | undefined> {
    const found = await documents.newest(runId);
    if (!found) return undefined;
    if (!isOwnedBy(found.state.owner, owner)) throw notFound(runId);
    return found.task.status === 'failed' ? { ...found, state: gaveUp(found.state) } : found;
  }

  async function load(runId: string, owner: Owner): Promise<RunDocument> {
    const found = await find(runId, owner);
    if (!found) throw notFound(runId);
    return found;
  }

  /** Removes older documents. They are inactive, so a failure is retried by the next call. */
  const removeOlder = (runId: string, generation: number): Promise<void> =>
    documents.removeBelow(runId, generation).catch(report);

  const { schedule } = documents;
  const { updateRecord, enterChange } = createFinishedRecord({ find, load, schedule, removeOlder });

  /** Schedules a new document with the current request and API key, then removes the previous ones. */
  async function supersede(
    { generation }: RunDocument,
    taskType: string,
    next: RunState,
    { user, space, request }: Caller,
  ): Promise<Run | undefined> {
    const state: RunState = { ...next, owner: { user, space }, generation: generation + 1 };
    if (!(await documents.schedule(taskType, state, { request }))) return undefined;
    await removeOlder(state.run.runId, generation + 1);
    return state.run;
  }

  /**
   * Running starts on this node. Scheduling an id twice leaves an API key without a task (TM2 in
   * `test/kibana/CONTRACT.md`).
   */
  const starting = new Map<string, Promise<Run>>();

  /**
   * Idempotent by id, also after undo. Throws if the run has other values, because the response to its start was lost
   * and the person changed the values.
   */
  async function start(caller: Caller, input: NewRun): Promise<Run> {
    const key = `${ownerScope(caller)}:${input.runId}`;
    const begun = starting.get(key) ?? startOnce(caller, input).finally(() => starting.delete(key));
    starting.set(key, begun);
    const run = await begun;
    assertSame(run, input);
    return run;
  }

  async function startOnce(caller: Caller, input: NewRun): Promise<Run> {
    const { workflow, runId, request, session, setUpId, tokensPerUnit } = input;
    const { user, space } = caller;
    const present = await find(runId, caller);
    if (present) return present.state.run;
    await own.admit(caller, runId, 'new');
    if (setUpId) await enterChange(caller, setUpId, runId);
    const state: RunState = {
      run: {
        ...newRun(workflow, runId, request, new Date()),
        ...(setUpId && { setUpId }),
        ...(tokensPerUnit && { tokensPerUnit }),
      },
      owner: { user, space },
      session,
    };
    await documents.schedule(runTaskType, state, { request: caller.request });
    const newest = await load(runId, caller);
    // A concurrent undo did not see this document yet.
    await removeOlder(runId, newest.generation);
    return newest.state.run;
  }

  async function resume(caller: Caller, input: Input & { request?: SetupRequest }): Promise<Run> {
    const { runId, session } = input;
    const found = await load(runId, caller);
    const { run } = found.state;
    assertResumable(run);
    const request = input.request ?? run.request;
    if (isAtWork(found)) return withRequest(run, request);
    await own.admit(caller, runId, 'known');
    // The record of an old setup can have expired.
    if (run.setUpId && (await find(run.setUpId, caller)))
      await enterChange(caller, run.setUpId, runId);
    const continued = resumed(workflows[run.workflow], run, request);
    const next = { run: continued, owner: caller, session };
    const superseded = await supersede(found, runTaskType, next, caller);
    return superseded ?? withRequest((await load(runId, caller)).state.run, request);
  }

  /** Stops the run and deletes the created resources. */
  async function undo(
    caller: Caller,
    input: Input & { defaultModel?: DefaultModelRecord | undefined },
    tries = maximumTries,
  ): Promise<Run> {
    const { runId, session, defaultModel } = input;
    const found = await load(runId, caller);
    const { run } = found.state;
    if (found.isUndo && isAtWork(found)) return run;
    const undone = withDefaultModel(undoing(workflows[run.workflow], run), defaultModel);
    const next = { run: undone, owner: caller, session, ...abandonedTick(found) };
    const superseded = await supersede(found, undoTaskType, next, caller);
    if (superseded) return superseded;
    const other = await load(runId, caller);
    // Resumed or finished meanwhile: includes everything saved since.
    if ((other.isUndo && other.state.session !== undefined) || tries <= 1) return other.state.run;
    return undo(caller, input, tries - 1);
  }

  /** Records what a finished run did to the default model of its space; throws if it is not finished. */
  const keepDefaultModel = (
    owner: Owner,
    runId: string,
    defaultModel: DefaultModelRecord | undefined,
  ): Promise<Run> => updateRecord(owner, runId, (run) => withDefaultModel(run, defaultModel));

  /**
   * Replaces the document of a run that has stopped or finished with a record without a session and without an API
   * key, which is deleted in a week. False if the run continues in another document.
   */
  async function keepRecord(taskType: string, last: RunState): Promise<boolean> {
    const { session: _session, refusedKeys: _refused, ...rest } = last;
    const state: RunState = { ...rest, generation: generationOf(last) + 1 };
    return documents.schedule(taskType, state, { runAt: new Date(Date.now() + keepFor) });
  }

  async function standing(state: RunState): Promise<Standing> {
    const newest = await documents.newest(state.run.runId);
    if (!newest) return 'undone';
    if (newest.generation === generationOf(state)) return 'current';
    return newest.isUndo ? 'undone' : 'superseded';
  }

  /** Newest first. Reads recent runs by id, because a search might not return them yet. */
  async function list(owner: Owner): Promise<Run[]> {
    const found = await own.list(owner);
    const foundIds = new Set(found.map(({ state }) => state.run.runId));
    const recent = own.recentIds(owner).filter((id) => !foundIds.has(id));
    const unseen = await Promise.all(recent.map((id) => find(id, owner)));
    const all = [...unseen.flatMap((one) => one ?? []), ...found];
    return all.map(({ state }) => state.run).sort(newestFirst);
  }

  return { find, load, list, start, resume, undo, keepDefaultModel, keepRecord, standing };
}

export type Runs = ReturnType<typeof createRuns>;

function withDefaultModel(
  { defaultModel: _defaultModel, ...run }: Run,
  defaultModel: DefaultModelRecord | undefined,
): Run {
  return { ...run, ...(defaultModel && { defaultModel }) };
}

/** The start of a tick that might still be running in a superseded document. */
const abandonedTick = (found: RunDocument): Pick<RunState, 'abandonedTickAt'> => {
  const { task, state } = found;
  if (found.isUndo || state.run.status !== 'running') {
    const { abandonedTickAt } = state;
    return abandonedTickAt ? { abandonedTickAt } : {};
  }
  const startedAt = isAtWork(found) ? task.startedAt : undefined;
  return { abandonedTickAt: (startedAt ?? new Date()).toISOString() };
};

const newestFirst = (a: Run, b: Run) => b.startedAt.localeCompare(a.startedAt);

/** A run that Task Manager gave up after several failed ticks; a person can resume it. */
const gaveUp = (state: RunState): RunState => ({
  ...state,
  run: stopped(state.run, { code: 'run_interrupted' }),
});
