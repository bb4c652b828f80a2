import type { Logger } from '@kbn/core/server';
import type { ApiKeys } from '../security/api_keys';
import type { Settings } from '../config/settings';
import type { Documents } from '../state/documents';
import type { Encryption } from '../state/encryption';
import { isConflict, isNotFound } from '../state/saved_object_errors';
import { grantRights, schedule, type ScheduleRequest } from './schedule';
import { createTaskDefinitions } from './task_definitions';
import { concreteTask, jsonText, type Task, type TaskDocument } from './task_document';
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

interface StateUpdateOptions extends ScheduleRequest {
  regenerateApiKey?: boolean;
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

  async function runSoon(id: string) {
    const { status, version } = concreteTask(store.read(id));
    if (status === 'unrecognized') {
      throw new Error(`Failed to run task "${id}" with status ${status}`);
    }
    if (status === 'claiming' || status === 'running') throw alreadyRunning(id);
    const now = new Date().toISOString();
    try {
      store.update(id, { status: 'idle', scheduledAt: now, runAt: now }, version);
      return { id, forced: false };
    } catch (error) {
      if (!isConflict(error)) throw error;
      log.debug(`Failed to update the task (${id}) for runSoon due to conflict (409)`);
      return { id, forced: false, conflict: true };
    }
  }

  async function bulkUpdateState(
    ids: string[],
    map: (state: Task['state'], id: string) => unknown,
    { request, regenerateApiKey }: StateUpdateOptions = {},
  ) {
    if (!request && rules.stateUpdateNeedsRequest && ids.some(hasKey)) {
      throw new Error(
        'Request is not defined but some of the tasks have API key or user scope. Please provide the request to update the tasks.',
      );
    }
    const results = [];
    for (const id of ids) {
      const result = updateState(id, map);
      results.push(result);
      if ('error' in result || !hasKey(id)) continue;
      if (request && regenerateApiKey && rules.stateUpdateNeedsRequest) {
        const { taskType } = result.task;
        store.update(id, await grantRights(id, taskType, request, { apiKeys, encryption, rules }));
      } else if (!request && rules.stateUpdateBaresKey) {
        store.update(id, { apiKey: await store.keyOf(id) });
      }
    }
    return {
      tasks: results.flatMap((result) => ('task' in result ? [result.task] : [])),
      errors: results.flatMap((result) => ('error' in result ? [result] : [])),
    };
  }

  const hasKey = (id: string) =>
    documents.all().some((one) => one.id === id && one.attributes.apiKey !== undefined);

  function updateState(
    id: string,
    map: (state: Task['state'], id: string) => unknown,
    tries = 3,
  ): { task: Task } | { id: string; type: 'task'; error: object } {
    try {
      const { state, version } = concreteTask(store.read(id));
      return { task: store.update(id, { state: jsonText(map(state, id)) }, version) };
    } catch (error) {
      if (isConflict(error) && tries > 1) return updateState(id, map, tries - 1);
      const statusCode = isConflict(error) ? 409 : isNotFound(error) ? 404 : undefined;
      if (statusCode === undefined) throw error;
      return { id, type: 'task', error: { statusCode, message: String(error) } };
    }
  }

  const start = {
    schedule: (task: unknown, scheduleOptions: ScheduleRequest = {}) =>
      schedule(task, scheduleOptions, { store, definitions, encryption, apiKeys, rules }),
    runSoon,
    bulkUpdateState,
    get: (id: string) => store.get(id),
    async fetch({ query, size = 10 }: { query?: unknown; size?: number } = {}) {
      const found = store
        .search()
        .filter((task) => query === undefined || matches(query, task))
        .sort((a, b) => a.attributes.runAt.localeCompare(b.attributes.runAt));
      return { docs: found.slice(0, size).map(concreteTask) };
    },
    remove: async (id: string) => store.remove(id),
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

const alreadyRunning = (id: string) =>
  Object.assign(new Error(`Failed to run task "${id}" as it is currently running`), { taskId: id });
