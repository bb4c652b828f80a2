import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { routes, routeVersion, type RouteName, type RouteOutput } from '../../../common/routes';
import { credentials } from '../../azure';
import type { Kibana } from '../../kibana';

export interface CallOptions {
  /** Default the superuser; `null` for none. */
  as?: string | null | undefined;
  space?: string;
  runId?: string;
  /** Text goes as it is, anything else as JSON. */
  body?: unknown;
  /** In addition to those that Kibana's own pages send; `undefined` takes one away. */
  headers?: Record<string, string | undefined>;
  query?: string;
}

export interface Answer {
  status: number;
  text: string;
  /** Parsed when it is JSON. */
  body: unknown;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const basic = (user: string) =>
  `Basic ${Buffer.from(`${user}:changeme`).toString('base64')}`;

const headersOf = ({ as = 'elastic', body, headers }: CallOptions): Record<string, string> => {
  const wanted: Record<string, string | undefined> = {
    'kbn-xsrf': 'true',
    'x-elastic-internal-origin': 'Kibana',
    'elastic-api-version': routeVersion,
    authorization: as === null ? undefined : basic(as),
    'content-type': body === undefined ? undefined : 'application/json',
    ...headers,
  };
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== undefined) sent[name] = value;
  }
  return sent;
};

/** Calls another API of Kibana as its own pages do. */
export const callKibana = (
  kibana: Kibana,
  method: string,
  path: string,
  { as, body }: Pick<CallOptions, 'as' | 'body'> = {},
): Promise<Response> =>
  fetch(kibana.url + path, {
    method,
    headers: headersOf({ as, body, headers: { 'elastic-api-version': undefined } }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** Calls a route of the table as Kibana's own pages do. */
function send(kibana: Kibana, name: RouteName, options: CallOptions): Promise<Response> {
  const { method, path } = routes[name];
  const { space, runId = '', body, query = '' } = options;
  const prefix = space === undefined || space === 'default' ? '' : `/s/${space}`;
  const url = `${kibana.url}${prefix}${path.replace('{runId}', runId)}${query}`;
  return fetch(url, {
    method: method.toUpperCase(),
    headers: headersOf(options),
    redirect: 'manual',
    ...(method === 'post' && body !== undefined
      ? { body: typeof body === 'string' ? body : JSON.stringify(body) }
      : {}),
  });
}

export async function ask(
  kibana: Kibana,
  name: RouteName,
  options: CallOptions = {},
): Promise<Answer> {
  const response = await send(kibana, name, options);
  const text = await response.text();
  return { status: response.status, text, body: parsed(text) };
}

/** The same where nothing but a good answer will do. */
export async function answerOf<N extends RouteName>(
  kibana: Kibana,
  name: N,
  options: CallOptions = {},
): Promise<NonNullable<RouteOutput<N>>> {
  const response = await send(kibana, name, options);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the route table says what it is
  return response.json();
}

export const asApplication = (
  credential: { tenant: string; clientId: string; clientSecret: string } = credentials.good,
) => ({ kind: 'service_principal', cloud: 'public', ...credential }) as const;

const withSession = v.object({ session: v.string() });

/** Signs the good application in; the sealed session. */
export async function signIn(
  kibana: Kibana,
  who: Pick<CallOptions, 'as' | 'space'> = {},
): Promise<string> {
  const answer = await ask(kibana, 'signIn', { ...who, body: asApplication() });
  return v.parse(withSession, answer.body).session;
}

/** The answer that carries a named failure, for `toMatchObject`. */
export const problem = (code: string, field?: string) => ({
  status: 422,
  body: {
    statusCode: 422,
    message: code,
    attributes: { problem: field === undefined ? { code } : { code, field } },
  },
});

export const identityOf = (username: string): string =>
  `profile/u_${createHash('sha256').update(username).digest('base64url')}_0`;
