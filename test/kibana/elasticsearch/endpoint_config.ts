import { isRecord } from '../config/unknown_values';
import { refusal, validationError } from './elasticsearch_error';
import type { InferenceRules } from './inference_rules';

export const azureOpenAi = 'azureopenai';

export interface EndpointConfig {
  serviceSettings: Record<string, unknown>;
  taskSettings: Record<string, unknown>;
  /** One of `api_key`, `entra_id` and `client_secret`. */
  secrets: Record<string, string>;
}

const required = ['resource_name', 'deployment_id', 'api_version'];
const oAuthTexts = ['client_id', 'tenant_id'];
export const oAuthFields = ['client_id', 'scopes', 'tenant_id'];

/**
 * A map whose values are taken once; the remaining ones are unknown. Reports values of the wrong type by field.
 */
export function takingFrom(map: Record<string, unknown>, scope: string, errors: string[]) {
  const rest = { ...map };
  const take = (name: string): unknown => {
    const value = rest[name];
    delete rest[name];
    return value ?? undefined;
  };
  const text = (name: string): string | undefined => {
    const value = take(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') {
      errors.push(
        `field [${name}] is not of the expected type. The value [${print(value)}] cannot be converted to a [String]`,
      );
      return undefined;
    }
    if (value !== '') return value;
    errors.push(`[${scope}] Invalid value empty string. [${name}] must be a non-empty string`);
    return undefined;
  };
  return { rest, take, text };
}

/** Elasticsearch repeats unknown settings with their values, secrets included. */
export function refuseRest(rest: Record<string, unknown>) {
  const entries = Object.entries(rest);
  if (entries.length === 0) return;
  const printed = `{${entries.map(([name, value]) => `${name}=${print(value)}`).join(', ')}}`;
  throw refusal(
    400,
    'status_exception',
    `Configuration contains settings [${printed}] unknown to the [${azureOpenAi}] service`,
  );
}
const print = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  if (!isRecord(value)) return String(value);
  return `{${Object.entries(value)
    .map(([name, one]) => `${name}=${print(one)}`)
    .join(', ')}}`;
};

export const mapOf = (value: unknown, name: string): Record<string, unknown> | undefined => {
  if (value === undefined || value === null) return undefined;
  if (isRecord(value)) return value;
  throw refusal(400, 'status_exception', `[${name}] must be an object`);
};

/** Parses the body of a creation in Elasticsearch's order. */
export function parseConfig(body: Record<string, unknown>, rules: InferenceRules): EndpointConfig {
  const errors: string[] = [];
  const outer = takingFrom(body, 'inference_config', errors);
  const given = mapOf(outer.take('service_settings'), 'service_settings');
  if (!given) {
    throw validationError([
      '[inference_config] does not contain the required setting [service_settings]',
    ]);
  }
  const task = takingFrom(
    mapOf(outer.take('task_settings'), 'task_settings') ?? {},
    'task_settings',
    errors,
  );
  const service = takingFrom(given, 'service_settings', errors);

  const named = required.flatMap((name): Array<[string, string]> => {
    const value = service.text(name);
    if (value === undefined && !(name in given)) {
      errors.push(`[service_settings] does not contain the required setting [${name}]`);
    }
    return value === undefined ? [] : [[name, value]];
  });
  const rateLimit = rateLimitOf(service.take('rate_limit'), errors);
  const oAuth = rules.takesOAuth ? oAuthOf(service, given, errors) : {};
  throwIfAny(errors);
  const secrets = secretsOf(service, rules, errors);
  throwIfAny(errors);
  if (oAuth['client_id'] !== undefined && !secrets['client_secret']) {
    throw validationError([
      'To use OAuth2 the [client_secret] field must be set, either remove fields [client_id, scopes, tenant_id], or provide the [client_secret] field.',
    ]);
  }
  if (secrets['client_secret'] && oAuth['client_id'] === undefined) {
    throw validationError([
      'OAuth2 requires the fields [client_id, scopes, tenant_id], to be set.',
    ]);
  }
  const taskSettings = taskSettingsOf(task, rules);
  throwIfAny(errors);
  refuseRest(outer.rest);
  refuseRest(service.rest);
  refuseRest(task.rest);
  return {
    serviceSettings: { ...Object.fromEntries(named), ...oAuth, rate_limit: rateLimit },
    taskSettings,
    secrets,
  };
}

const throwIfAny = (errors: string[]) => {
  if (errors.length > 0) throw validationError(errors);
};

type Taking = ReturnType<typeof takingFrom>;

function rateLimitOf(given: unknown, errors: string[]) {
  const perMinute = isRecord(given) ? given['requests_per_minute'] : undefined;
  if (perMinute === undefined) return { requests_per_minute: 120 };
  if (typeof perMinute !== 'number' || perMinute <= 0) {
    errors.push('[rate_limit] Invalid value. [requests_per_minute] must be a positive long');
  }
  return { requests_per_minute: perMinute };
}

/** All of the fields of OAuth2, or none. */
function oAuthOf(
  service: Taking,
  given: Record<string, unknown>,
  errors: string[],
): Record<string, unknown> {
  if (!oAuthFields.some((name) => name in given)) return {};
  const texts = oAuthTexts.map((name): [string, unknown] => [name, service.text(name)]);
  const found: Record<string, unknown> = {
    ...Object.fromEntries(texts),
    scopes: service.take('scopes'),
  };
  const missing = oAuthFields.filter((name) => found[name] === undefined);
  if (missing.length > 0) {
    errors.push(
      `[service_settings] all Azure OpenAI OAuth2 fields must be provided together; missing: [${missing.join(', ')}]`,
    );
  } else if (!isTexts(found['scopes'])) {
    errors.push('[service_settings] [scopes] must be a non-empty list of strings');
  }
  return found;
}
const isTexts = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

/** Exactly one secret. Without OAuth2, `client_secret` is an unknown setting. */
export function secretsOf(
  service: Taking,
  rules: InferenceRules,
  errors: string[],
): Record<string, string> {
  const names = ['api_key', 'entra_id', ...(rules.takesOAuth ? ['client_secret'] : [])];
  const found = names.flatMap((name): Array<[string, string]> => {
    const value = service.text(name);
    return value === undefined ? [] : [[name, value]];
  });
  if (found.length !== 1 && errors.length === 0) {
    const choice = rules.takesOAuth
      ? '[api_key], [entra_id], or [client_secret]'
      : '[api_key] or [entra_id]';
    const received =
      found.length > 1 ? `, received: [${found.map(([name]) => name).join(', ')}]` : '';
    errors.push(`[secret_settings] must have exactly one of ${choice} field set${received}`);
  }
  return Object.fromEntries(found);
}

function taskSettingsOf(task: Taking, rules: InferenceRules): Record<string, unknown> {
  const user = task.text('user');
  const headers = rules.takesHeaders ? mapOf(task.take('headers'), 'headers') : undefined;
  return { ...(user !== undefined && { user }), ...(headers && { headers }) };
}
