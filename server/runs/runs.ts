import type { KibanaRequest } from '@kbn/core/server';
import type {
  ConcreteTaskInstance,
  TaskManagerStartContract,
} from '@kbn/task-manager-plugin/server';
import { SetupError, type Problem } from '../../common/problem';
import type { Run, RunSummary } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import { statusOf } from '../status_of';
import {
  isRunState,
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
      .flatMap(({ state }) => (isRunState(state) ? [state] : []))
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
    const state: RunState = { run, owner: { user, space }, session };
    const started = await scheduleOnce(runTaskId(runId), runTaskType, state, asker);
    if (!(await taskExists(undoTaskId(runId)))) return started;
    // Undo came in between, and may have looked for this task too early to take it away.
    await taskManager.removeIfExists(runTaskId(runId));
    return (await load(runId, asker)).state.run;
  }

  /** Puts the new state into a sleeping task and wakes it. */
  async function wake(taskId: string, change: (state: RunState) => RunState): Promise<Run> {
    let run: Run | undefined;
    const { errors } = await taskManager.bulkUpdateState([taskId], (saved) => {
      const next = change(parseRunState(saved));
      ({ run } = next);
      return toTaskState(next);
    });
    if (errors.length > 0 || !run) throw new SetupError({ code: 'run_not_resumable' });
    try {
      await taskManager.runSoon(taskId);
    } catch (error) {
      // Running already is what was wanted.
      const task = await find(taskId);
      if (task && !isAtWork(task)) throw error;
    }
    return run;
  }

  async function resume(
    asker: Asker,
    input: { runId: string; session: string; request?: SetupRequest },
  ): Promise<Run> {
    const { state, task } = await load(input.runId, asker);
    assertResumable(state.run);
    if (isAtWork(task)) return state.run;
    // What was saved since is the truth: somebody may have moved the run meanwhile.
    return wake(task.id, (saved) => {
      const { run } = task.status === 'failed' ? gaveUp(saved) : saved;
      assertResumable(run);
      const next = resumed(run, input.request ?? run.request);
      return { ...saved, run: next, session: input.session };
    });
  }

  /** Takes the run's task away first, so that nothing more is made, and removes what was. */
  async function undo(asker: Asker, input: { runId: string; session: string }): Promise<Run> {
    const { state, task } = await load(input.runId, asker);
    const { session } = input;
    if (task.taskType === undoTaskType) {
      if (isAtWork(task)) return state.run;
      return wake(task.id, (saved) => ({ ...saved, run: undoing(saved.run), session }));
    }
    const { owner } = state;
    const removing = (run: Run): RunState => ({ owner, run: undoing(run), session, ...stray(run) });
    const id = undoTaskId(input.runId);
    const run = await scheduleOnce(id, undoTaskType, removing(state.run), asker);
    const last = await find(task.id);
    await taskManager.removeIfExists(task.id);
    // Resumed at the last moment, it may have been moved, and may be at work again.
    const moved = last && parseRunState(last.state).run;
    if (!moved || JSON.stringify(moved) === JSON.stringify(state.run)) return run;
    return wake(id, (saved) => ({ ...saved, ...removing(moved) }));
  }

  return { load, list, start, resume, undo, taskExists };
}

export type Runs = ReturnType<typeof createRuns>;

const scope = 'azureOpenaiSetup';

function assertResumable({ status }: Run): void {
  if (status === 'blocked' || status === 'running') return;
  throw new SetupError({ code: 'run_not_resumable', detail: { status } });
}

/** A tick may be at work while its task is taken away. */
const stray = ({ status }: Run): Pick<RunState, 'strayTickAt'> =>
  status === 'running' ? { strayTickAt: new Date().toISOString() } : {};

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
