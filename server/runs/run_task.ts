import type { KibanaRequest, Logger } from '@kbn/core/server';
import type {
  RunContext,
  RunResult,
  TaskDefinition,
  TaskManagerSetupContract,
} from '@kbn/task-manager-plugin/server';
import { SetupError, type Problem } from '../../common/problem';
import type { Run } from '../../common/run';
import type { Azure } from '../azure/azure';
import type { Connectors } from '../connectors/connectors';
import { whereabouts } from '../whereabouts';
import { blocked, keepFor, parseRunState, toTaskState, type RunState } from './run_state';
import { tick } from './tick';
import { undoTick } from './undo_tick';
import type { TickContext } from './waiting';

export const runTaskType = 'azureOpenaiSetup:run';
export const undoTaskType = 'azureOpenaiSetup:undo';

/** What a task needs that exists only once Kibana has started. */
export interface TaskServices {
  /** Opens the sealed session; throws when it is late or foreign. */
  azureOf(state: RunState, signal: AbortSignal): Azure;
  connectorsOf(request: KibanaRequest): Connectors;
  taskExists(taskId: string): Promise<boolean>;
  /** Told when a run has finished, was stopped by a problem, or was undone. */
  ended(run: Run, request: KibanaRequest | undefined): void;
  logger: Logger;
}

/** Finished, undone, or stopped by a problem: only a person can wake it. */
const isAsleep = ({ run }: RunState) =>
  run.status === 'finished' || run.status === 'undone' || run.problem !== undefined;

/** Nothing more to do: the record stays readable for a week, without the session. */
function toSleep({ session: _session, ...state }: RunState): RunResult {
  return { state: toTaskState(state), runAt: new Date(Date.now() + keepFor) };
}

const goOn = (state: RunState): RunResult => ({ state: toTaskState(state), runAt: new Date() });

const sleep = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** What a task of one kind does in a tick, and how it looks when a problem stops it. */
interface Work {
  tick(state: RunState, context: TickContext): Promise<RunState | undefined>;
  stopped(run: Run, problem: Problem): Run;
}

const setup: Work = {
  async tick(state, context) {
    const { run, unwanted } = await tick(state.run, context);
    return unwanted ? undefined : { ...state, run };
  },
  stopped: blocked,
};

const removal: Work = {
  tick: undoTick,
  stopped: (run, problem) => ({ ...run, problem }),
};

/** A task's one run: open the session, work for a while, hand the state back. */
async function runOnce(
  context: RunContext,
  signal: AbortSignal,
  work: Work,
  services: TaskServices,
): Promise<RunResult> {
  const { taskInstance, fakeRequest } = context;
  const state = parseRunState(taskInstance.state);
  // Woken a week later: the record has done its service.
  if (isAsleep(state)) return { state: {}, shouldDeleteTask: true };
  const end = (last: RunState) => {
    services.ended(last.run, fakeRequest);
    return toSleep(last);
  };
  const stop = (problem: Problem) => end({ ...state, run: work.stopped(state.run, problem) });
  const report = (error: unknown) =>
    services.logger.error(`Run ${state.run.runId}: ${whereabouts(error)}`);
  if (!fakeRequest) return stop({ code: 'api_keys_disabled' });
  try {
    const after = await work.tick(state, {
      azure: services.azureOf(state, signal),
      connectors: services.connectorsOf(fakeRequest),
      isWanted: () => services.taskExists(taskInstance.id),
      report,
      signal,
      now: () => new Date(),
      sleep: (milliseconds) => sleep(milliseconds, signal),
    });
    if (!after) return { state: {}, shouldDeleteTask: true };
    return isAsleep(after) ? end(after) : goOn(after);
  } catch (error) {
    if (error instanceof SetupError) return stop(error.problem);
    // A task that keeps failing is deleted with its record; a stopped run can be resumed by a person.
    report(error);
    return stop({ code: 'unexpected' });
  }
}

/** Each tick that dies with its Kibana counts; a tick that ends starts the count anew. */
const maxAttempts = 20;

const definition = (
  title: string,
  work: Work,
  getServices: () => Promise<TaskServices>,
): TaskDefinition => ({
  title,
  timeout: '2m',
  maxAttempts,
  cost: 1,
  createTaskRunner: (context) => {
    const cancelled = new AbortController();
    return {
      run: async () => runOnce(context, cancelled.signal, work, await getServices()),
      cancel: async () => cancelled.abort(),
    };
  },
});

/** The two kinds of task that this plugin has. Their names stay as they are: documents refer to them. */
export function registerTasks(
  taskManager: TaskManagerSetupContract,
  getServices: () => Promise<TaskServices>,
) {
  taskManager.registerTaskDefinitions({
    [runTaskType]: definition('Azure OpenAI setup', setup, getServices),
    [undoTaskType]: definition('Azure OpenAI setup removal', removal, getServices),
  });
}
