import type { ApiKeys } from '../security/api_keys';
import type { Documents, Stored } from '../state/documents';
import type { Encryption } from '../state/encryption';
import { concreteTask, type Task, type TaskDocument } from './task_document';
import type { TaskRules } from './task_rules';

/** Tasks as documents. As in Elasticsearch, a search sees a write only after the next refresh. */
export interface TaskStore {
  /** With the API key decrypted. */
  get(id: string): Promise<Task>;
  read(id: string): Stored<TaskDocument>;
  create(id: string, document: TaskDocument): Task;
  /** Throws 404 or 409. */
  update(id: string, change: Partial<TaskDocument>, version?: string): Task;
  /** Invalidates the task's API key as well, now or later. Throws 404. */
  remove(id: string): void;
  /** As of the last refresh. */
  search(): Array<Stored<TaskDocument>>;
  stop(): void;
}

export function createTaskStore(
  documents: Documents<TaskDocument>,
  apiKeys: ApiKeys,
  encryption: Encryption,
  { keyRemovalDelayMs }: TaskRules,
  refreshInterval: number,
): TaskStore {
  let searchable = documents.all();
  const refresh = setInterval(() => {
    searchable = documents.all();
  }, refreshInterval);
  return {
    read: documents.get,
    search: () => searchable,
    stop: () => clearInterval(refresh),
    async get(id) {
      const task = concreteTask(documents.get(id));
      if (task.apiKey === undefined) return task;
      return { ...task, apiKey: await decrypted(task.apiKey, id, encryption) };
    },
    create: (id, document) => concreteTask(documents.create(id, document)),
    update(id, change, version) {
      const current = documents.get(id);
      return concreteTask(
        documents.update(id, { ...current.attributes, ...change }, version ?? current.version),
      );
    },
    remove(id) {
      const { userScope } = documents.get(id).attributes;
      if (userScope && !userScope.apiKeyCreatedByUser) {
        apiKeys.invalidate(userScope.apiKeyId, keyRemovalDelayMs);
      }
      documents.delete(id);
    },
  };
}

/** A key that cannot be decrypted is returned unchanged and is useless. */
async function decrypted(apiKey: string, id: string, encryption: Encryption): Promise<string> {
  try {
    const text = await encryption.decrypt(apiKey, ['task', id]);
    return typeof text === 'string' ? text : apiKey;
  } catch {
    return apiKey;
  }
}
