import type { HttpStart } from '@kbn/core/public';
import { SetupError } from '../../common/problem';
import {
  routes,
  routeVersion,
  type Nothing,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
} from '../../common/routes';
import { useCore } from './core_context';
import { httpProblem } from './http_problem';

interface AnyInput {
  body?: object;
  params?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

type Part<Name extends string, Value> = [Value] extends [Nothing] ? object : Record<Name, Value>;

/** The body and the path parameters of a route. */
export type Input<N extends RouteName> = AnyInput &
  Part<'body', RouteBody<N>> &
  Part<'params', RouteParams<N>>;

const fillIn = (path: string, params: AnyInput['params'] = {}) =>
  path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

/** One call of the route table. Every failure is thrown as a SetupError. */
export async function call<N extends RouteName>(
  http: HttpStart,
  name: N,
  input: Input<N>,
): Promise<RouteOutput<N>> {
  const { method, path } = routes[name];
  const { body, params, signal }: AnyInput = input;
  try {
    return await http[method]<RouteOutput<N>>(fillIn(path, params), {
      version: routeVersion,
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new SetupError(httpProblem(error));
  }
}

/** `call` over Kibana's own http. */
export function useCall(): <N extends RouteName>(
  name: N,
  input: Input<N>,
) => Promise<RouteOutput<N>> {
  const { http } = useCore();
  return (name, input) => call(http, name, input);
}
