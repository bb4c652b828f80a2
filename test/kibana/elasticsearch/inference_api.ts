import type { License } from '../licensing';
import { askAzure, type Outside } from './azure_chat';
import { ElasticsearchError, refusal, validationError } from './elasticsearch_error';
import { azureOpenAi, parseConfig, type EndpointConfig } from './endpoint_config';
import type { Endpoint, EndpointStore } from './endpoint_store';
import type { InferenceRules } from './inference_rules';
import { authorize, flag, milliseconds, refuseParameters, type RestRequest } from './rest_request';
import type { Uses } from './uses';

export interface InferenceOptions {
  store: EndpointStore;
  rules: InferenceRules;
  license: License;
  outside: Outside;
  uses: Uses;
}

const knownTaskTypes = [
  'chat_completion',
  'completion',
  'embedding',
  'rerank',
  'sparse_embedding',
  'text_embedding',
];

export const privilegesTo = {
  manage: ['manage_inference', 'manage', 'all'],
  monitor: ['monitor_inference', 'manage_inference', 'monitor', 'manage', 'all'],
};

/** An endpoint in a response, without its secrets. */
export const infoOf = ({ id, taskType, service, serviceSettings, taskSettings }: Endpoint) => ({
  inference_id: id,
  task_type: taskType,
  service,
  service_settings: serviceSettings,
  ...(Object.keys(taskSettings).length > 0 && { task_settings: taskSettings }),
});

interface Address {
  taskType: string | undefined;
  id: string;
}

/** `{id}` or `{task_type}/{id}`. */
export function addressOf(parts: string[]): Address {
  const [first = '', second] = parts;
  if (second === undefined) return { taskType: undefined, id: first };
  if (knownTaskTypes.includes(first)) return { taskType: first, id: second };
  throw refusal(400, 'status_exception', `Unknown task_type [${first}]`);
}

export function found({ store }: InferenceOptions, { taskType, id }: Address): Endpoint {
  const endpoint = store.get(id);
  if (taskType === undefined || taskType === endpoint.taskType) return endpoint;
  throw refusal(
    400,
    'status_exception',
    `Requested task type [${taskType}] does not match the inference endpoint's task type [${endpoint.taskType}]`,
  );
}

export function ensureLicensed({ license }: InferenceOptions) {
  if (license.hasAtLeast('enterprise')) return;
  throw new ElasticsearchError(403, {
    type: 'security_exception',
    reason: 'current license is non-compliant for [inference]',
    more: { 'license.expired.feature': 'inference' },
  });
}

/** Validates with a question before a creation or an update is stored. */
export async function validateLive(
  inferenceId: string,
  config: EndpointConfig,
  timeoutMs: number,
  { outside }: InferenceOptions,
) {
  try {
    const body = { messages: [{ role: 'user', content: 'how big' }] };
    const answer = await askAzure({ inferenceId, config, body, timeoutMs }, outside);
    answer.destroy();
  } catch (error) {
    if (!(error instanceof ElasticsearchError)) throw error;
    throw refusal(
      400,
      'status_exception',
      'Could not complete inference endpoint creation as validation call to service threw an exception.',
      error.exception,
    );
  }
}

function ensureValidId(id: string) {
  if (!/^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?$/.test(id)) {
    throw validationError(
      [
        `Invalid inference_id; '${id}' can contain lowercase alphanumeric (a-z and 0-9), hyphens or underscores; must start and end with alphanumeric`,
      ],
      'action_request_validation_exception',
    );
  }
  if (id.length <= 64) return;
  throw validationError(
    [`Invalid inference_id; '${id}' cannot contain more than 64 characters.`],
    'action_request_validation_exception',
  );
}

/** E1: the checks of a creation, in their order. */
export async function put(request: RestRequest, options: InferenceOptions) {
  const { rules, store } = options;
  const { taskType: fromPath, id } = addressOf(request.parts);
  refuseParameters(request, ['timeout']);
  const timeoutMs = milliseconds(request, 'timeout', rules.defaultTimeoutMs);
  const { service, task_type: fromBody, ...config } = await request.body();
  ensureValidId(id);
  authorize(request, 'cluster:admin/xpack/inference/put', privilegesTo.manage);
  if (typeof service !== 'string') {
    throw refusal(
      400,
      'status_exception',
      'Inference endpoint configuration is missing the [service] setting',
    );
  }
  ensureLicensed(options);
  if (service !== azureOpenAi)
    throw refusal(400, 'status_exception', `Unknown service [${service}]`);
  const taskType = fromPath ?? String(fromBody);
  if (!rules.taskTypes.includes(taskType)) {
    throw refusal(
      400,
      'status_exception',
      `The [${service}] service does not support task type [${taskType}]`,
    );
  }
  const parsed = parseConfig(config, rules);
  await validateLive(id, parsed, timeoutMs, options);
  const { serviceSettings, taskSettings, secrets } = parsed;
  const endpoint = { id, taskType, service, serviceSettings, taskSettings };
  await store.create(endpoint, secrets);
  return { json: infoOf(endpoint) };
}

export async function get(request: RestRequest, options: InferenceOptions) {
  refuseParameters(request, []);
  authorize(request, 'cluster:monitor/xpack/inference/get', privilegesTo.monitor);
  const [first, second] = request.parts;
  const wantsAll = (name: string | undefined) =>
    name === undefined || name === '_all' || name === '*';
  if (wantsAll(first) && second === undefined) {
    return { json: { endpoints: options.store.all().map(infoOf) } };
  }
  if (second !== undefined && wantsAll(second)) {
    const ofType = options.store.all().filter(({ taskType }) => taskType === first);
    return { json: { endpoints: ofType.map(infoOf) } };
  }
  return { json: { endpoints: [infoOf(found(options, addressOf(request.parts)))] } };
}

/** E13: refused while a pipeline or a field uses the endpoint. Assistants are not looked at. */
export async function remove(request: RestRequest, options: InferenceOptions) {
  refuseParameters(request, ['force', 'dry_run']);
  authorize(request, 'cluster:admin/xpack/inference/delete', privilegesTo.manage);
  const { id } = found(options, addressOf(request.parts));
  const { pipelines, indexes } = options.uses.of(id);
  const list = (names: string[]) => `[${names.join(', ')}]`;
  const advice = (what: string) =>
    `Ensure that no ${what} are using this inference endpoint, or use force to ignore this warning and delete the inference endpoint.`;
  const words = [
    pipelines.length > 0 &&
      `Inference endpoint ${id} is referenced by pipelines: ${list(pipelines)}. ${advice('pipelines')}`,
    indexes.length > 0 &&
      `Inference endpoint ${id} is being used in the mapping for indexes: ${list(indexes)}. ${advice('index mappings')}`,
  ]
    .filter((text) => text !== false)
    .join(' ');
  const answer = { pipelines, indexes, error_message: words };
  if (flag(request, 'dry_run')) return { json: { acknowledged: false, ...answer } };
  if (words !== '' && !flag(request, 'force')) throw refusal(409, 'status_exception', words);
  options.store.delete(id);
  return { json: { acknowledged: true, pipelines: [], indexes: [], error_message: '' } };
}
