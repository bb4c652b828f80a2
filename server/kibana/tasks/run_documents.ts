import type { KibanaRequest } from '@kbn/core/server';
import type {
  ConcreteTaskInstance,
  TaskManagerStartContract,
} from '@kbn/task-manager-plugin/server';
import { statusOf } from '../status_of';
import { readRunState } from '../../core/workflows/engine/read_run_state';
import {
  generationOf,
  ownedScope,
  ownerScope,
  toTaskState,
  type RunState,
} from '../../core/workflows/engine/run_state';
import { undoTaskType } from './task_types';

/** The document ids of a run form a ring of this size, so all of its documents can be read by id. */
const ringSize = 8;

/**
 * A run's documents: one for each start, resume or removal, and one that remains after the run has stopped or finished.
 * Each is a newly scheduled task, because in-place updates differ between the minors. The highest generation is
 * current; lower ones are inactive leftovers of a Kibana that was killed before it removed them.
 */
export const taskIdOf = (runId: string, generation = 0): string =>
  generation === 0
    ? `azureOpenaiSetup:run:${runId}`
    : `azureOpenaiSetup:run:${runId}:${generation % ringSize}`;

/** Id of a run that is being undone, in earlier versions. */
export const formerUndoTaskId = (runId: string): string => `azureOpenaiSetup:undo:${runId}`;

const idsOf = (runId: string): string[] => [
  taskIdOf(runId),
  formerUndoTaskId(runId),
  ...Array.from({ length: ringSize }, (_, slot) => taskIdOf(runId, slot + ringSize)),
];

export interface RunDocument {
  task: ConcreteTaskInstance;
  state: RunState;
  generation: number;
  isUndo: boolean;
}

/** Scope of every document of this plugin. */
const scope = 'azureOpenaiSetup';

export function documentOf(task: ConcreteTaskInstance): RunDocument | undefined {
  const { taskType } = task;
  const state = readRunState(task.state);
  if (!state) return undefined;
  const isUndo = taskType === undoTaskType;
  return { task, state, isUndo, generation: state.generation ?? (isUndo ? 1 : 0) };
}

const newestFirst = (a: RunDocument, b: RunDocument) =>
  b.generation - a.generation || Number(b.isUndo) - Number(a.isUndo);

/** The newest document of each run. */
export function newestOfEach(documents: readonly RunDocument[]): RunDocument[] {
  const newest = new Map<string, RunDocument>();
  for (const document of [...documents].sort(newestFirst)) {
    const { runId } = document.state.run;
    if (!newest.has(runId)) newest.set(runId, document);
  }
  return [...newest.values()];
}

export function createRunDocuments(taskManager: TaskManagerStartContract) {
  const find = async (id: string): Promise<RunDocument[]> => {
    try {
      const document = documentOf(await taskManager.get(id));
      return document ? [document] : [];
    } catch (error) {
      if (statusOf(error) === 404) return [];
      throw error;
    }
  };

  const readAll = async (runId: string): Promise<RunDocument[]> =>
    (await Promise.all(idsOf(runId).map(find)))
      .flat()
      .filter(({ state }) => state.run.runId === runId)
      .sort(newestFirst);

  /** Newest first. Reads twice if nothing is found, because a document can move to its next id meanwhile. */
  async function all(runId: string): Promise<RunDocument[]> {
    const found = await readAll(runId);
    return found.length > 0 ? found : readAll(runId);
  }

  const newest = async (runId: string): Promise<RunDocument | undefined> => (await all(runId))[0];

  async function removeBelow(runId: string, generation: number): Promise<void> {
    const lower = (await all(runId)).filter((one) => one.generation < generation);
    await Promise.all(lower.map(({ task }) => taskManager.removeIfExists(task.id)));
  }

  /** False if a concurrent request won. Removes a leftover with the same id. */
  async function schedule(
    taskType: string,
    state: RunState,
    options: { request?: KibanaRequest; runAt?: Date } = {},
    tries = 2,
  ): Promise<boolean> {
    const { runId } = state.run;
    const generation = generationOf(state);
    const { request, runAt } = options;
    const task = {
      id: taskIdOf(runId, generation),
      taskType,
      params: {},
      state: toTaskState(state),
      scope: [scope, ownedScope, ownerScope(state.owner)],
      ...(runAt && { runAt }),
    };
    try {
      await taskManager.schedule(task, request && { request });
    } catch (error) {
      if (statusOf(error) !== 409) throw error;
      const present = await newest(runId);
      if (tries <= 1 || !present || present.generation >= generation) return false;
      await taskManager.removeIfExists(task.id);
      return schedule(taskType, state, options, tries - 1);
    }
    return true;
  }

  return { newest, schedule, removeBelow };
}
