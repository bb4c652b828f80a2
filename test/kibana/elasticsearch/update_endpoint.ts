import { isDeepStrictEqual } from 'node:util';
import { refusal, validationError } from './elasticsearch_error';
import { mapOf, oAuthFields, refuseRest, secretsOf, takingFrom } from './endpoint_config';
import {
  addressOf,
  ensureLicensed,
  found,
  infoOf,
  privilegesTo,
  validateLive,
  type InferenceOptions,
} from './inference_api';
import { authorize, milliseconds, refuseParameters, type RestRequest } from './rest_request';

const immutable = ['resource_name', 'deployment_id', 'api_version'];
const updateTimeoutMs = 30_000;

/** E12: requires the complete secrets with any service setting; validates live, then stores; skips equal settings. */
export async function update(request: RestRequest, options: InferenceOptions) {
  const { rules, store } = options;
  const address = addressOf(request.parts.slice(0, -1));
  refuseParameters(request, rules.updateTakesTimeout ? ['timeout'] : []);
  const timeoutMs = milliseconds(request, 'timeout', updateTimeoutMs);
  const body = await request.body();
  authorize(request, 'cluster:admin/xpack/inference/update', privilegesTo.manage);
  const outer = takingFrom(body, 'update', []);
  const given = mapOf(outer.take('service_settings'), 'service_settings');
  const task = mapOf(outer.take('task_settings'), 'task_settings');
  outer.take('task_type');
  refuseRest(outer.rest);
  if (!given && !task)
    throw validationError(['Request body is empty'], 'action_request_validation_exception');
  const endpoint = found(options, address);
  ensureLicensed(options);

  const errors: string[] = [];
  const service = takingFrom(given ?? {}, 'service_settings', errors);
  const before = await store.secretsOf(endpoint.id);
  const secrets = given ? secretsOf(service, rules, errors) : before;
  const fixed = given && immutable.find((name) => name in given);
  if (fixed !== undefined && rules.updatesServiceSettings) {
    errors.push(`[service_settings] [${fixed}] cannot be updated`);
  }
  if (errors.length > 0) throw validationError(errors);
  if ('client_secret' in secrets !== 'client_secret' in before) {
    throw refusal(400, 'validation_exception', 'The kind of authentication cannot be updated.');
  }
  const mutable = rules.updatesServiceSettings ? ['rate_limit', ...oAuthFields] : [];
  const changes = Object.entries(service.rest).filter(([name]) => mutable.includes(name));
  const changed = {
    ...endpoint,
    serviceSettings: { ...endpoint.serviceSettings, ...Object.fromEntries(changes) },
    taskSettings: { ...endpoint.taskSettings, ...task },
  };
  if (isDeepStrictEqual(changed, endpoint) && isDeepStrictEqual(secrets, before)) {
    return { json: infoOf(endpoint) };
  }
  const { serviceSettings, taskSettings } = changed;
  await validateLive(endpoint.id, { serviceSettings, taskSettings, secrets }, timeoutMs, options);
  await store.update(changed, secrets);
  return { json: infoOf(changed) };
}
