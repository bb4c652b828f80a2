import { newestVersion } from './arm/api_versions';
import { requestsThrough, type Answer } from './requests_through';
import type { Simulator } from './simulator';
import { credentials } from './worlds/people';

type Ask = ReturnType<typeof requestsThrough>;

/** Signs the good application in; the answer of the token endpoint, good or bad. */
export const signIn = (
  ask: Ask,
  { tenant, clientId, clientSecret }: { tenant: string; clientId: string; clientSecret: string },
  options: { authority?: string; scope?: string } = {},
): Promise<Answer> => {
  const {
    authority = 'login.microsoftonline.com',
    scope = 'https://management.azure.com/.default',
  } = options;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  });
  return ask(`https://${authority}/${tenant}/oauth2/v2.0/token`, { body: form.toString() });
};

/** A field of a JSON answer by its path, undefined where the path breaks off. */
export const pick = (value: unknown, ...path: (string | number)[]): unknown => {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
};

/** A list of a JSON answer by its path, empty where there is none. */
export const items = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const found = pick(value, ...path);
  return Array.isArray(found) ? found.map((item: unknown) => item) : [];
};

export const errorCode = (answer: Answer): unknown => pick(answer.json, 'error', 'code');

/** ARM as the good application sees it: paths below `management.azure.com`, the version is added. */
export async function armCalls(simulator: Simulator, tenant: string = credentials.good.tenant) {
  const ask = requestsThrough(simulator);
  const answer = await signIn(ask, { ...credentials.good, tenant });
  const authorization = `Bearer ${String(pick(answer.json, 'access_token'))}`;
  const call =
    (method: string) =>
    (path: string, body?: unknown): Promise<Answer> => {
      const separator = path.includes('?') ? '&' : '?';
      const url = `https://management.azure.com${path}${separator}api-version=${newestVersion(path)}`;
      return ask(url, { method, body, headers: { authorization } });
    };
  return {
    ask,
    authorization,
    get: call('GET'),
    head: call('HEAD'),
    put: call('PUT'),
    patch: call('PATCH'),
    post: call('POST'),
    remove: call('DELETE'),
  };
}
