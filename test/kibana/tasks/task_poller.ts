import type { Logger } from '@kbn/core/server';
import { durationMs } from '../config/durations';
import type { Settings } from '../config/settings';
import { isConflict, isNotFound } from '../state/saved_object_errors';
import { abandonedAfter } from './retry_delay';
import type { TaskDefinition, TaskDefinitions } from './task_definitions';
import type { TaskDocument } from './task_document';
import type { TaskRules } from './task_rules';
import { createTaskRunner, type TaskRunner } from './task_runner';
import { shortenPauses } from './shorten_pauses';
import type { TaskStore } from './task_store';

interface PollerOptions {
  store: TaskStore;
  definitions: TaskDefinitions;
  settings: Settings;
  rules: TaskRules;
  log: Logger;
  /** Of this node. */
  ownerId: string;
}

/** Kibana's defaults of `xpack.task_manager.capacity`, in units of cost, and `max_attempts`. */
const capacity = 20;
const maxAttempts = 3;
const adjustInterval = 10_000;
const busyFrom = 0.25;

/** Claims due tasks and runs them, as one node of several. */
export function startPolling(options: PollerOptions): { stop(): void } {
  const { store, definitions, settings, rules, log } = options;
  const pool = new Set<TaskRunner>();
  const usual = settings['xpack.task_manager.poll_interval'];
  const timeScale = settings['host.taskTimeScale'];
  const paced = shortenPauses(settings['host.tasks.pauseScale']);
  let interval = usual;
  let loads: number[] = [];
  let timer: NodeJS.Timeout | undefined;

  const used = () => [...pool].reduce((sum, { definition }) => sum + definition.cost, 0);

  /** A node with little to do polls less often. */
  const adjust = setInterval(() => {
    const load = loads.reduce((sum, one) => sum + one, 0) / Math.max(1, loads.length);
    loads = [];
    interval =
      load < busyFrom ? Math.max(usual, settings['host.lowUtilizationPollInterval']) : usual;
  }, adjustInterval);

  async function poll() {
    cancelExpired();
    loads.push(used() / capacity);
    for (const { id, definition, version } of dueTasks()) {
      if (used() + definition.cost > capacity) break;
      const claimed = await claim(id, version, definition);
      if (claimed) void start(claimed);
    }
  }

  function cancelExpired() {
    for (const runner of pool) {
      if (!runner.isExpired()) continue;
      pool.delete(runner);
      runner
        .cancel()
        .catch((error: unknown) => log.error(`Failed to cancel task: ${String(error)}`));
    }
  }

  const dueTasks = () =>
    store
      .search()
      .filter(({ attributes }) => isDue(attributes))
      .sort((a, b) => a.attributes.runAt.localeCompare(b.attributes.runAt))
      .flatMap(({ id, version, attributes }) => {
        const definition = definitions.get(attributes.taskType);
        return definition ? [{ id, version, definition }] : [];
      });

  /** The search can be stale and another node can win; the version decides. */
  async function claim(id: string, version: string, definition: TaskDefinition) {
    try {
      const { attributes } = store.read(id);
      const now = Date.now();
      const attempts = attributes.attempts + 1;
      const wait = abandonedAfter(durationMs(definition.timeout), attempts) * timeScale;
      const { version: claimedVersion } = store.update(
        id,
        {
          status: 'running',
          startedAt: new Date(now).toISOString(),
          retryAt: new Date(now + wait).toISOString(),
          attempts,
          ownerId: options.ownerId,
        },
        version,
      );
      const task = await store.get(id);
      return task.version === claimedVersion
        ? createTaskRunner(task, definition, { store, log, rules, maxAttempts, timeScale, paced })
        : undefined;
    } catch (error) {
      if (isConflict(error) || isNotFound(error)) return undefined;
      throw error;
    }
  }

  async function start(runner: TaskRunner) {
    const { task, definition } = runner;
    const label = `${task.taskType} "${task.id}"`;
    pool.add(runner);
    try {
      if (task.attempts > (definition.maxAttempts ?? maxAttempts)) {
        log.warn(`Removing ${label} because the max attempts have been reached.`);
        store.remove(task.id);
      } else {
        await runner.run();
      }
    } catch (error) {
      const text = `Task ${label} failed in attempt to run: ${error instanceof Error ? error.message : String(error)}`;
      if (isNotFound(error)) log.debug(text);
      else log.warn(text);
    } finally {
      pool.delete(runner);
    }
  }

  function loop() {
    poll()
      .catch((error: unknown) => log.error(`Failed to poll for work: ${String(error)}`))
      .finally(() => {
        if (timer !== undefined) timer = setTimeout(loop, interval);
      });
  }
  timer = setTimeout(loop, interval);

  return {
    stop() {
      clearTimeout(timer);
      clearInterval(adjust);
      timer = undefined;
    },
  };
}

function isDue({ status, runAt, retryAt }: TaskDocument): boolean {
  const now = Date.now();
  const due = (text: string | null) => text !== null && Date.parse(text) <= now;
  if (status === 'idle') return due(runAt);
  return (status === 'running' || status === 'claiming') && due(retryAt);
}
