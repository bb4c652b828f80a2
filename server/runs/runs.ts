import type { KibanaRequest } from '@kbn/core/server';
import type {
  ConcreteTaskInstance,
  TaskManagerStartContract,
} from '@kbn/task-manager-plugin/server';
import { SetupError, type Problem } from '../../common/problem';
import type { Run, RunSummary } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import {
  newRun,
  parseRunState,
  resumed,
  toTaskState,
  type Owner,
  type RunState,
} from './run_state';
import { runTaskType, undoTaskType } from './run_task';
import { undoing } from './undo_tick';

export const runTaskId = (runId: string) => `azureOpenaiSetup:run:${runId}`;
export const undoTaskId = (runId: string) => `azureOpenaiSetup:undo:${runId}`;

/** Who asks, and the request that a task may act with later. */
export interface Asker extends Owner {
  request: KibanaRequest;
}

const statusOf = (error: unknown): number | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return 'output' in error ? statusOf(error.output) : undefined;
};

const isAtWork = ({ status }: ConcreteTaskInstance) =>
  status === 'running' || status === 'claiming';

/** At most so many runs are listed: a week's worth for one person. */
const listed = 50;

/** Kibana's Task Manager keeps the runs: a run is its task's state. */
export function createRuns(taskManager: TaskManagerStartContract) {
  const notFound = (runId: string) => new SetupError({ code: 'run_not_found', detail: { runId } });

  const find = async (taskId: string): Promise<ConcreteTaskInstance | undefined> => {
    try {
      return await taskManager.get(taskId);
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  };

  const taskExists = async (taskId: string) => (await find(taskId)) !== undefined;

  /** The run as saved; somebody else's is as good as none. */
  async function load(runId: string, { user, space }: Owner) {
    const task = (await find(undoTaskId(runId))) ?? (await find(runTaskId(runId)));
    if (!task) throw notFound(runId);
    const state = parseRunState(task.state);
    if (state.owner.user !== user || state.owner.space !== space) throw notFound(runId);
    return { task, state: task.status === 'failed' ? gaveUp(state) : state };
  }

  async function list({ user, space }: Owner): Promise<RunSummary[]> {
    const { docs } = await taskManager.fetch({
      query: { terms: { 'task.taskType': [runTaskType, undoTaskType] } },
      size: 1_000,
    });
    return docs
      .flatMap(({ state }) => ('run' in state ? [parseRunState(state)] : []))
      .filter(({ owner }) => owner.user === user && owner.space === space)
      .map(({ run }) => summary(run))
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
      .slice(0, listed);
  }

  /** Scheduling twice under one id schedules once: the second caller gets what is there. */
  async function scheduleOnce(id: string, taskType: string, state: RunState, asker: Asker) {
    const task = { id, taskType, params: {}, state: toTaskState(state), scope: [scope] };
    try {
      await taskManager.schedule(task, { request: asker.request });
      return state.run;
    } catch (error) {
      if (statusOf(error) !== 409) throw error;
      return (await load(state.run.runId, asker)).state.run;
    }
  }

  /** Starting twice with one id starts one run; late, when it was undone already, none. */
  async function start(
    asker: Asker,
    input: { runId: string; request: SetupRequest; session: string },
  ): Promise<Run> {
    const { runId, request, session } = input;
    if (await taskExists(undoTaskId(runId))) return (await load(runId, asker)).state.run;
    const { user, space } = asker;
    const run = newRun(runId, request, new Date());
    return scheduleOnce(
      runTaskId(runId),
      runTaskType,
      { run, owner: { user, space }, session },
      asker,
    );
  }

  /** Puts the new state into a sleeping task and wakes it. */
  async function wake(taskId: string, change: (state: RunState) => RunState): Promise<void> {
    const { errors } = await taskManager.bulkUpdateState([taskId], (state) =>
      toTaskState(change(parseRunState(state))),
    );
    if (errors.length > 0) throw new SetupError({ code: 'run_not_resumable' });
    try {
      await taskManager.runSoon(taskId);
    } catch (error) {
      // Running already is what was wanted.
      const task = await find(taskId);
      if (task && !isAtWork(task)) throw error;
    }
  }

  async function resume(
    asker: Asker,
    input: { runId: string; session: string; request?: SetupRequest },
  ): Promise<Run> {
    const { state, task } = await load(input.runId, asker);
    const { run } = state;
    if (run.status !== 'blocked' && run.status !== 'running') {
      throw new SetupError({ code: 'run_not_resumable', detail: { status: run.status } });
    }
    if (isAtWork(task)) return run;
    const next = resumed(run, input.request ?? run.request);
    await wake(task.id, (saved) => ({ ...saved, run: next, session: input.session }));
    return next;
  }

  /** Takes the run's task away first, so that nothing more is made, and removes what was. */
  async function undo(asker: Asker, input: { runId: string; session: string }): Promise<Run> {
    const { state, task } = await load(input.runId, asker);
    const run = undoing(state.run);
    if (task.taskType === undoTaskType) {
      if (isAtWork(task)) return state.run;
      await wake(task.id, (saved) => ({ ...saved, run, session: input.session }));
      return run;
    }
    const next: RunState = { owner: state.owner, run, session: input.session };
    const stray = state.run.status === 'running' ? { strayTickAt: new Date().toISOString() } : {};
    const id = undoTaskId(run.runId);
    const removing = await scheduleOnce(id, undoTaskType, { ...next, ...stray }, asker);
    await taskManager.removeIfExists(task.id);
    return removing;
  }

  return { load, list, start, resume, undo, taskExists };
}

export type Runs = ReturnType<typeof createRuns>;

const scope = 'azureOpenaiSetup';

const summary = ({ runId, status, request, startedAt }: Run): RunSummary => ({
  runId,
  status,
  connectorName: request.connectorName,
  modelName: request.modelName,
  startedAt,
});

/** Task Manager gave up after several dead ticks: a person may still carry on. */
const gaveUp = (state: RunState): RunState => {
  const problem: Problem = { code: 'unexpected' };
  return { ...state, run: { ...state.run, status: 'blocked', problem } };
};
