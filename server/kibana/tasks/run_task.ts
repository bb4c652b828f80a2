import type { KibanaRequest, Logger } from '@kbn/core/server';
import type {
  ConcreteTaskInstance,
  RunContext,
  RunResult,
  TaskDefinition,
  TaskManagerSetupContract,
} from '@kbn/task-manager-plugin/server';
import { SetupError, type Problem } from '../../../common/problem';
import { isMoving, type Run } from '../../../common/run';
import type { Targets } from '../../core/targets/target';
import { describeErrorLocation } from '../error_location';
import { readRunState } from '../../core/workflows/engine/read_run_state';
import {
  keepFor,
  stopped,
  toTaskState,
  type RunState,
} from '../../core/workflows/engine/run_state';
import type { Runs } from './runs';
import type { TickContext } from '../../core/workflows/engine/waiting';
import {
  createSlowQuestions,
  type SlowQuestions,
} from '../../core/workflows/engine/slow_questions';
import { runTaskType, undoTaskType } from './task_types';
import { workflows } from '../../core/workflows';
import { advance } from '../../core/workflows/engine/advance';

/** Services that exist only once Kibana has started. */
export interface TaskServices {
  /** Opens the sealed session; throws if it has expired or belongs to someone else. */
  signedIn(state: RunState, signal: AbortSignal): Pick<TickContext, 'azure' | 'application'>;
  targetsOf(request: KibanaRequest): Targets;
  /** The space that the request of a task acts in. */
  spaceOf(request: KibanaRequest): string;
  runs: Pick<Runs, 'standing' | 'keepRecord'>;
  /** Called when a run has finished, stopped or was undone. */
  ended(run: Run, request: KibanaRequest | undefined): void;
  logger: Logger;
}

const gone: RunResult = { state: {}, shouldDeleteTask: true };

const continueLater = (state: RunState, delayMs = 0): RunResult => ({
  state: toTaskState(state),
  runAt: new Date(Date.now() + delayMs),
});

const sleep = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/**
 * Task Manager restarts the task of a crashed Kibana only after its timeout and 30 s, so the timeout is short, and
 * longer work continues in the next tick.
 */
const timeout = '1m';

/** Time limit for a tick, in milliseconds; it has to save its state before the timeout. */
const longestTick = 45_000;

/** Time left for a tick, in milliseconds; at most half of the time until another node takes over. */
function timeLeft({ startedAt, retryAt }: ConcreteTaskInstance): number {
  if (!startedAt) return longestTick;
  const owned = retryAt ? (retryAt.getTime() - startedAt.getTime()) / 2 : longestTick;
  return startedAt.getTime() + Math.min(longestTick, owned) - Date.now();
}

/** Number of consecutive killed or timed-out ticks after which the run stops. */
const deadTickLimit = 4;

/** Task Manager deletes a task, and so the record, after this many attempts; far more than a crashing Kibana makes. */
const maxAttempts = 1_000;

/** Delay after a tick that could not begin or end, because Elasticsearch did not respond, in milliseconds. */
const afterFailure = 30_000;

/**
 * Right after scheduling, a delayed search can give a tick a wrong API key. Number of retries, and their delay in
 * milliseconds.
 */
const refusedKeyLimit = 3;
const refusedKeyPause = 5_000;

interface Node {
  getServices: () => Promise<TaskServices>;
  questions: SlowQuestions;
  /** Running ticks on this node. */
  ticks: Set<object>;
}

/** From this number on, ticks end early, because Kibana runs 20 tasks at once by default. */
const busyTicks = 6;

/** One tick: opens the session, advances the run, and returns the state. */
async function runOnce(
  { taskInstance, fakeRequest }: RunContext,
  signal: AbortSignal,
  taskType: string,
  node: Node,
): Promise<RunResult> {
  const services = await node.getServices();
  const { runs, logger } = services;
  // Unchanged, because another version might have written it.
  const state = readRunState(taskInstance.state);
  if (!state) return { state: taskInstance.state, runAt: new Date(Date.now() + keepFor) };
  const { runId } = state.run;
  // The retention period is over.
  if (!isMoving(state.run)) return gone;
  if ((await runs.standing(state)) !== 'current') return gone;
  const report = (error: unknown) => logger.error(`Run ${runId}: ${describeErrorLocation(error)}`);

  /** Deletes the task with its API key, and keeps a record without a key for a week. */
  async function end(last: RunState): Promise<RunResult> {
    services.ended(last.run, fakeRequest);
    try {
      await runs.keepRecord(taskType, last);
      return gone;
    } catch (error) {
      report(error);
      const { session: _session, ...rest } = last;
      return continueLater(rest, keepFor);
    }
  }
  const stop = (problem: Problem, from = state) =>
    end({ ...from, run: stopped(from.run, problem) });
  const afterRefusedKey = (problem: Problem, from: RunState) => {
    const refusedKeys = (state.refusedKeys ?? 0) + 1;
    if (refusedKeys >= refusedKeyLimit) return stop(problem, from);
    return continueLater({ ...from, refusedKeys }, refusedKeyPause);
  };

  if (taskInstance.attempts > deadTickLimit) return stop({ code: 'run_interrupted' });
  if (!fakeRequest) return stop({ code: 'api_keys_disabled' });
  const space = services.spaceOf(fakeRequest);
  if (space !== state.owner.space) {
    return stop({ code: 'space_not_supported', detail: { space: state.owner.space } });
  }
  const targets = services.targetsOf(fakeRequest);
  try {
    const { run, superseded, refusedKey } = await advance(workflows[state.run.workflow], state, {
      ...services.signedIn(state, signal),
      targets: node.questions.keep(targets, `${runId}:${state.generation ?? 0}`),
      standing: () => runs.standing(state),
      isBusy: () => node.ticks.size > busyTicks,
      report,
      signal,
      now: () => new Date(),
      sleep: (milliseconds) => sleep(milliseconds, signal),
    });
    if (superseded) return gone;
    if (refusedKey) return await afterRefusedKey(refusedKey, { ...state, run });
    const { refusedKeys: _refusedKeys, ...rest } = state;
    const going = { ...rest, run };
    return isMoving(run) ? continueLater(going) : await end(going);
  } catch (error) {
    if (error instanceof SetupError) {
      const { problem } = error;
      return problem.code === 'task_key_rejected' ? afterRefusedKey(problem, state) : stop(problem);
    }
    // A task that keeps failing would be deleted with its record; a stopped run can be resumed.
    report(error);
    return stop({ code: 'unexpected' });
  }
}

const definition = (title: string, taskType: string, node: Node): TaskDefinition => ({
  title,
  timeout,
  maxAttempts,
  cost: 1,
  createTaskRunner: (context) => {
    const ended = new AbortController();
    return {
      async run() {
        const timer = setTimeout(() => ended.abort(), timeLeft(context.taskInstance));
        node.ticks.add(ended);
        try {
          return await runOnce(context, ended.signal, taskType, node);
        } catch (error) {
          // Task Manager deletes a task, and so the record, that rejects after its timeout.
          const { logger } = await node.getServices();
          logger.error(`Task ${context.taskInstance.id}: ${describeErrorLocation(error)}`);
          const { state } = context.taskInstance;
          return { state, runAt: new Date(Date.now() + afterFailure) };
        } finally {
          clearTimeout(timer);
          node.ticks.delete(ended);
        }
      },
      cancel: async () => ended.abort(),
    };
  },
});

/** Registers the two task types of this plugin. */
export function registerTasks(
  taskManager: TaskManagerSetupContract,
  getServices: () => Promise<TaskServices>,
) {
  const node: Node = { getServices, questions: createSlowQuestions(), ticks: new Set() };
  taskManager.registerTaskDefinitions({
    [runTaskType]: definition('Azure OpenAI setup', runTaskType, node),
    [undoTaskType]: definition('Azure OpenAI setup removal', undoTaskType, node),
  });
}
