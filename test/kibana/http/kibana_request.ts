import { randomUUID } from 'node:crypto';
import type { Request } from '@hapi/hapi';
import type { KibanaRequest } from '@kbn/core/server';
import { filter, first, fromEvent, map, NEVER, shareReplay } from 'rxjs';
import type { Principal } from '../security/principal';

export interface RequestParts {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Facts about a request that plugins do not see. */
interface Origin {
  spaceId: string;
  /** As `core.http.basePath.get` answers it, without the server's base path. */
  basePath: string;
  principal?: Principal;
}

const origins = new WeakMap<object, Origin>();

export function originOf(request: object): Origin {
  const origin = origins.get(request);
  if (!origin) throw new Error('This is not a request of this Kibana.');
  return origin;
}

export function createKibanaRequest(request: Request, parts: RequestParts) {
  const completed$ = fromEvent(request.raw.res, 'close').pipe(
    map(() => undefined),
    shareReplay(1),
    first(),
  );
  const { requestId, spaceId, spacePath, principal } = request.app;
  const kibanaRequest = {
    ...parts,
    id: requestId,
    url: request.url,
    headers: Object.freeze({ ...request.raw.req.headers }),
    events: {
      aborted$: completed$.pipe(filter(() => !request.raw.res.writableFinished)),
      completed$,
    },
    auth: { isAuthenticated: request.auth.isAuthenticated },
    isFakeRequest: false,
  } satisfies KibanaRequest;
  origins.set(kibanaRequest, { spaceId, basePath: spacePath, ...(principal && { principal }) });
  return kibanaRequest;
}

/** A fake request with an API key and a space, but no user. */
export function createFakeRequest(apiKey: string, spaceId: string): KibanaRequest {
  const request = {
    params: {},
    query: {},
    body: {},
    id: randomUUID(),
    url: new URL('https://fake-request/url'),
    headers: { authorization: `ApiKey ${apiKey}` },
    events: { aborted$: NEVER, completed$: NEVER },
    auth: { isAuthenticated: false },
    isFakeRequest: true,
  };
  origins.set(request, { spaceId, basePath: spaceId === 'default' ? '/' : `/s/${spaceId}` });
  return request;
}

const originParameter = 'elasticInternalOrigin';

export const isInternalApiRequest = ({ headers, url }: Pick<Request, 'headers' | 'url'>) =>
  url.searchParams.get(originParameter) !== 'false' &&
  ('x-elastic-internal-origin' in headers || url.searchParams.has(originParameter));
