import Boom from '@hapi/boom';
import * as v from 'valibot';
import { object } from '../../shapes';
import { originOf } from '../http/kibana_request';
import type { ApiKeys } from '../security/api_keys';
import type { Encryption } from '../state/encryption';
import type { TaskDefinitions } from './task_definitions';
import { jsonText, type TaskDocument } from './task_document';
import type { TaskRules } from './task_rules';
import type { TaskStore } from './task_store';

const taskInstance = object({
  id: v.optional(v.string()),
  taskType: v.string(),
  params: v.optional(v.unknown()),
  state: v.optional(v.unknown()),
  runAt: v.optional(v.date()),
  scope: v.optional(v.array(v.string())),
});

interface ScheduleOptions {
  store: TaskStore;
  definitions: TaskDefinitions;
  encryption: Encryption;
  apiKeys: ApiKeys;
  rules: TaskRules;
}
export interface ScheduleRequest {
  request?: { id: string; headers: Record<string, string | string[] | undefined> };
}

/** `taskManager.schedule`: with a request, the task later runs with the privileges of that user. */
export async function schedule(
  given: unknown,
  { request }: ScheduleRequest,
  options: ScheduleOptions,
) {
  const { store, definitions, encryption } = options;
  if (request && !encryption.canEncrypt) {
    throw new Error(
      'Unable to schedule task(s) with API keys because the Encrypted Saved Objects plugin has not been registered or is missing encryption key.',
    );
  }
  const task = v.parse(taskInstance, given);
  definitions.ensureHas(task.taskType);
  if (request && task.id === undefined) {
    throw new Error('Task ID must be specified when a request is given.');
  }
  const id = task.id ?? crypto.randomUUID();
  const rights = request ? await grantRights(id, task.taskType, request, options) : {};
  const now = new Date().toISOString();
  const document: TaskDocument = {
    taskType: task.taskType,
    params: jsonText(task.params),
    state: jsonText(task.state),
    status: 'idle',
    attempts: 0,
    runAt: task.runAt?.toISOString() ?? now,
    scheduledAt: now,
    startedAt: null,
    retryAt: null,
    ownerId: null,
    ...(task.scope && { scope: task.scope }),
    ...rights,
  };
  return store.create(id, document);
}

/** Uses the caller's API key, or grants one, even if a 409 follows. */
async function grantRights(
  id: string,
  taskType: string,
  request: NonNullable<ScheduleRequest['request']>,
  { apiKeys, encryption, rules }: Pick<ScheduleOptions, 'apiKeys' | 'encryption' | 'rules'>,
): Promise<Pick<TaskDocument, 'apiKey' | 'userScope'>> {
  if (!(await apiKeys.areAPIKeysEnabled())) {
    throw new Error('API keys are not enabled, cannot create API key.');
  }
  const { principal = apiKeys.principalOf(request.headers), spaceId } = originOf(request);
  if (!principal) throw Boom.unauthorized('Could not create API key.');
  const userName = principal.user.username;
  const own = apiKeys.ownOf(request.headers);
  const name = `TaskManager: ${taskType} - ${userName}`.slice(0, 256);
  const key = own ?? apiKeys.grant(principal, name);
  return {
    apiKey: await encryption.encrypt(key.encoded, ['task', id]),
    userScope: {
      apiKeyId: key.id,
      spaceId: rules.spaceIsLost ? 'default' : spaceId,
      userName,
      apiKeyCreatedByUser: own !== undefined,
    },
  };
}
