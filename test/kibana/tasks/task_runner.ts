import type { Logger } from '@kbn/core/server';
import * as v from 'valibot';
import { object, record } from '../../shapes';
import { durationMs } from '../config/durations';
import { createFakeRequest } from '../http/kibana_request';
import { isNotFound } from '../state/saved_object_errors';
import { isRecord } from '../config/unknown_values';
import { retryDelay } from './retry_delay';
import type { TaskDefinition } from './task_definitions';
import { jsonText, type Task, type TaskDocument } from './task_document';
import type { TaskRules } from './task_rules';
import type { TaskStore } from './task_store';

interface RunnerOptions {
  store: TaskStore;
  log: Logger;
  rules: TaskRules;
  maxAttempts: number;
  /** Factor on timeouts and retry delays. */
  timeScale: number;
  /** Runs a function with shorter pauses. */
  paced: <T>(run: () => T) => T;
}

/** One claimed task on this node. */
export interface TaskRunner {
  task: Task;
  definition: TaskDefinition;
  isExpired(): boolean;
  /** Ends when the run's result is saved; rejects when it could not be saved. */
  run(): Promise<void>;
  cancel(): Promise<void>;
}

const runResult = object({
  state: v.optional(record(v.unknown()), {}),
  runAt: v.optional(v.date()),
  shouldDeleteTask: v.optional(v.boolean()),
});
type RunResult = v.InferOutput<typeof runResult>;

/** Number of runs with a wrong key for each task of this node. */
function createWrongKeys() {
  const given = new Map<string, number>();
  return {
    isWrong(id: string, limit: number): boolean {
      const count = given.get(id) ?? 0;
      given.set(id, count + 1);
      return count < limit;
    },
  };
}
const wrongKeys = createWrongKeys();

export function createTaskRunner(
  task: Task,
  definition: TaskDefinition,
  options: RunnerOptions,
): TaskRunner {
  const { store, log, rules, timeScale } = options;
  const label = `${task.taskType} "${task.id}"`;
  const startedAt = task.startedAt ?? new Date();
  const expiresAt = startedAt.getTime() + durationMs(definition.timeout) * timeScale;
  const isExpired = () => expiresAt < Date.now();
  const aborted = new AbortController();
  let instance: object | undefined;

  async function run() {
    log.debug(`Running task ${label}`);
    try {
      const created = definition.createTaskRunner(
        contextOf(task, aborted.signal, wrongKeys.isWrong(task.id, rules.ticksWithWrongKey)),
      );
      if (!isRecord(created)) throw new TypeError('createTaskRunner made no runner');
      instance = created;
      const given: unknown = await options.paced(() => call(created, 'run'));
      const result = v.parse(runResult, given ?? {});
      await saveResult(result);
    } catch (error) {
      log.error(`Task ${label} failed: ${String(error)}`, {
        error: { message: error instanceof Error ? (error.stack ?? '') : String(error) },
      });
      await saveFailure();
    } finally {
      log.debug(`Task ${label} ended`);
    }
  }

  /** Completes the task if it has no next run. Does not save the result of an expired run. */
  async function saveResult({ state, runAt, shouldDeleteTask }: RunResult) {
    if (!runAt || shouldDeleteTask) return remove();
    if (isExpired()) return;
    save({ state: jsonText(state), runAt: runAt.toISOString(), attempts: 0 });
  }

  /** Retries later, or deletes the task after its last attempt, as in Kibana. */
  async function saveFailure() {
    if (isExpired()) {
      log.warn(`Skipping reschedule for task ${label} due to the task expiring`);
      return remove();
    }
    if (task.attempts >= (definition.maxAttempts ?? options.maxAttempts)) return remove();
    const runAt = new Date(Date.now() + retryDelay(task.attempts) * timeScale);
    return save({ runAt: runAt.toISOString(), attempts: task.attempts });
  }

  /** With the version of the claim: a task that was removed or taken over meanwhile is not written. */
  function save(change: Partial<TaskDocument>) {
    const idle = { status: 'idle', startedAt: null, retryAt: null, ownerId: null } as const;
    store.update(task.id, { ...change, ...idle }, task.version);
  }

  function remove() {
    try {
      store.remove(task.id);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      log.warn(`Task cleanup of ${label} failed in processing. Was remove called twice?`);
    }
  }

  return {
    task,
    definition,
    isExpired,
    run,
    async cancel() {
      log.warn(
        `Cancelling task ${label} as it expired at ${new Date(expiresAt).toISOString()} (with timeout set at ${definition.timeout}).`,
      );
      aborted.abort();
      if (!instance || !Reflect.has(instance, 'cancel')) {
        log.debug(`The task ${label} is not cancellable.`);
        return;
      }
      const running = instance;
      instance = undefined;
      await call(running, 'cancel');
    },
  };
}

/** The task as the plugin gets it: without the API key, but with a request that carries it. */
function contextOf(
  { apiKey, userScope, ...taskInstance }: Task,
  signal: AbortSignal,
  isKeyWrong: boolean,
) {
  const key = isKeyWrong ? Buffer.from('wrong:key').toString('base64') : apiKey;
  return {
    taskInstance,
    signal,
    ...(apiKey !== undefined &&
      key !== undefined && {
        fakeRequest: createFakeRequest(key, userScope?.spaceId ?? 'default'),
      }),
  };
}

function call(instance: object, name: string): unknown {
  const method: unknown = Reflect.get(instance, name);
  if (typeof method !== 'function') throw new TypeError(`task runner has no ${name}()`);
  return Reflect.apply(method, instance, []);
}
