import {
  routes,
  routeVersion,
  type RouteBody,
  type RouteName,
  type RouteOutput,
} from '../../common/routes';
import type { SignedIn } from '../../common/sign_in';

type Answer<N extends RouteName> = N extends 'signIn' ? SignedIn : NonNullable<RouteOutput<N>>;

export type Api = <N extends RouteName>(
  name: N,
  body: RouteBody<N>,
  params?: { runId: string },
) => Promise<Answer<N>>;

/** The plugin's routes over HTTP, as the superuser. */
export const createApi =
  (kibanaUrl: string): Api =>
  async (name, body, params) => {
    const { method, path } = routes[name];
    const url = kibanaUrl + path.replace('{runId}', params?.runId ?? '');
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: {
        authorization: `Basic ${Buffer.from('elastic:changeme').toString('base64')}`,
        'content-type': 'application/json',
        'elastic-api-version': routeVersion,
        'kbn-xsrf': 'true',
        'x-elastic-internal-origin': 'Kibana',
      },
      ...(method === 'post' ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the route table says what it is
    return response.json();
  };
