import type { Logger } from '@kbn/core/server';
import type { ApiKeys } from '../security/api_keys';
import type { Settings } from '../config/settings';
import type { Documents } from '../state/documents';
import type { Encryption } from '../state/encryption';
import { isNotFound } from '../state/saved_object_errors';
import { schedule, type ScheduleRequest } from './schedule';
import { createTaskDefinitions } from './task_definitions';
import { concreteTask, type TaskDocument } from './task_document';
import { startPolling } from './task_poller';
import { matches } from './task_query';
import type { TaskRules } from './task_rules';
import { createTaskStore } from './task_store';

interface TaskManagerOptions {
  documents: Documents<TaskDocument>;
  apiKeys: ApiKeys;
  encryption: Encryption;
  settings: Settings;
  rules: TaskRules;
  log: Logger;
  ownerId: string;
}

/** Kibana's Task Manager: the contracts that plugins get, and the polling. */
export function createTaskManager(options: TaskManagerOptions) {
  const { documents, apiKeys, encryption, settings, rules, log, ownerId } = options;
  const definitions = createTaskDefinitions();
  const store = createTaskStore(
    documents,
    apiKeys,
    encryption,
    rules,
    settings['host.tasks.refreshInterval'],
  );
  let polling: { stop(): void } | undefined;
  let started = false;

  const setup = {
    registerTaskDefinitions(given: Record<string, unknown>) {
      if (started)
        throw new Error('Cannot call registerTaskDefinitions after the task manager has started');
      definitions.register(given);
    },
  };

  const start = {
    schedule: (task: unknown, scheduleOptions: ScheduleRequest = {}) =>
      schedule(task, scheduleOptions, { store, definitions, encryption, apiKeys, rules }),
    get: (id: string) => store.get(id),
    async fetch({ query, size = 10 }: { query?: unknown; size?: number } = {}) {
      const found = store
        .search()
        .filter((task) => query === undefined || matches(query, task))
        .sort((a, b) => a.attributes.runAt.localeCompare(b.attributes.runAt));
      return { docs: found.slice(0, size).map(concreteTask) };
    },
    async removeIfExists(id: string) {
      try {
        store.remove(id);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },
  };

  return {
    setup,
    start,
    startPolling() {
      started = true;
      polling = startPolling({ store, definitions, settings, rules, log, ownerId });
    },
    stop() {
      polling?.stop();
      store.stop();
    },
  };
}
