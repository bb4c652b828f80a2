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
  principal?: Principal;
}

const origins = new WeakMap<object, Origin>();

export function originOf(request: object): Origin {
  const origin = origins.get(request);
  if (!origin) throw new Error('This is not a request of this Kibana.');
  return origin;
}

export function createKibanaRequest(request: Request, parts: RequestParts) {
  const aborted$ = fromEvent(request.raw.res, 'close').pipe(
    filter(() => !request.raw.res.writableFinished),
    map(() => undefined),
    shareReplay(1),
    first(),
  );
  const { requestId, spaceId, principal } = request.app;
  const kibanaRequest = {
    ...parts,
    id: requestId,
    headers: Object.freeze({ ...request.raw.req.headers }),
    events: { aborted$ },
  } satisfies KibanaRequest;
  origins.set(kibanaRequest, { spaceId, ...(principal && { principal }) });
  return kibanaRequest;
}

/** A fake request with an API key and a space, but no user. */
export function createFakeRequest(apiKey: string, spaceId: string): KibanaRequest {
  const request = {
    params: {},
    query: {},
    body: {},
    id: randomUUID(),
    headers: { authorization: `ApiKey ${apiKey}` },
    events: { aborted$: NEVER },
  };
  origins.set(request, { spaceId });
  return request;
}

const originParameter = 'elasticInternalOrigin';

export const isInternalApiRequest = ({ headers, url }: Pick<Request, 'headers' | 'url'>) =>
  url.searchParams.get(originParameter) !== 'false' &&
  ('x-elastic-internal-origin' in headers || url.searchParams.has(originParameter));
