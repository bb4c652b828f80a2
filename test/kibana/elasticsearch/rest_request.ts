import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Principal } from '../security/principal';
import { isRecord } from '../config/unknown_values';
import { hasClusterPrivilege } from '../security/cluster_privileges';
import { refusal } from './elasticsearch_error';
import { parsedJson } from './json';
import { units } from '../config/durations';

export interface RestRequest {
  method: string;
  /** Decoded parts of the path. */
  parts: string[];
  path: string;
  query: URLSearchParams;
  principal: Principal;
  /** The JSON object of the body; throws for anything else. */
  body(): Promise<Record<string, unknown>>;
  /** Ends when the caller goes. */
  signal: AbortSignal;
}

export type RestReply = { json: unknown } | { stream: AsyncIterable<string> };

export const readBody = (incoming: IncomingMessage) => async () => {
  const raw = await text(incoming);
  if (raw === '') throw refusal(400, 'parse_exception', 'request body is required');
  const value = parsedJson(raw);
  if (isRecord(value)) return value;
  throw refusal(400, 'x_content_parse_exception', '[1:1] Unexpected character: expected an object');
};

const common = ['pretty', 'human', 'error_trace', 'filter_path', 'format', 'master_timeout'];

/** Elasticsearch refuses a parameter that the API does not read. */
export function refuseParameters({ query, path }: RestRequest, known: readonly string[]) {
  const unknown = [...new Set(query.keys())].filter(
    (name) => ![...common, ...known].includes(name),
  );
  if (unknown.length === 0) return;
  const list = unknown.map((name) => `[${name}]`).join(', ');
  const noun = unknown.length === 1 ? 'unrecognized parameter' : 'unrecognized parameters';
  throw refusal(400, 'illegal_argument_exception', `request [${path}] contains ${noun}: ${list}`);
}

export function flag({ query }: RestRequest, name: string): boolean {
  const value = query.get(name);
  if (value === null || value === 'false') return false;
  if (value === '' || value === 'true') return true;
  throw refusal(
    400,
    'illegal_argument_exception',
    `Failed to parse value [${value}] as only [true] or [false] are allowed.`,
  );
}

/** A time value: a number with its unit. */
export function milliseconds({ query }: RestRequest, name: string, otherwise: number): number {
  const given = query.get(name);
  if (given === null) return otherwise;
  const [, amount, unit = ''] = /^(\d+)(ms|s|m|h|d)$/.exec(given) ?? [];
  const factor = units.get(unit);
  if (amount !== undefined && factor !== undefined) return Number(amount) * factor;
  throw refusal(
    400,
    'illegal_argument_exception',
    `failed to parse setting [${name}] with value [${given}] as a time value: unit is missing or unrecognized`,
  );
}

/** The error lists the sufficient privileges, smallest first. */
export function authorize({ principal }: RestRequest, action: string, privileges: string[]) {
  if (privileges.some((name) => hasClusterPrivilege(principal, name))) return;
  const { username, roles, api_key: key } = principal.user;
  const who = key
    ? `API key id [${key.id}] of user [${username}]`
    : `user [${username}] with effective roles [${roles.join(',')}]`;
  throw refusal(
    403,
    'security_exception',
    `action [${action}] is unauthorized for ${who}, this action is granted by the cluster privileges [${privileges.join(',')}]`,
  );
}
