import type { HttpFetchOptions, HttpResponse, HttpStart } from '@kbn/core/public';
import { SetupError } from '../../common/problem';
import { lineByLine, type Nothing, type StreamLine } from '../../common/route';
import {
  routes,
  routeVersion,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
  type RoutePart,
  type StreamedRouteName,
} from '../../common/routes';
import { useCore } from './core_context';
import { httpProblem, problemIn } from './http_problem';

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

function optionsOf({ body, signal }: AnyInput): HttpFetchOptions {
  return {
    version: routeVersion,
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  };
}

/** Calls a route of the route table. Throws every failure as a SetupError. */
async function send<Answer>(
  http: HttpStart,
  name: RouteName,
  input: AnyInput,
  options?: HttpFetchOptions,
): Promise<Answer> {
  const { method, path } = routes[name];
  try {
    return await http[method]<Answer>(fillIn(path, input.params), {
      ...optionsOf(input),
      ...options,
    });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new SetupError(httpProblem(await withBody(error)));
  }
}

/** The lines of a body as JSON; a line can arrive in several chunks. */
async function* linesOf<Line>(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the route table has the type
        const line: Line = JSON.parse(text);
        yield line;
      }
      if (done) return;
    }
  } catch (error) {
    throw isAbort(error) ? error : new SetupError({ code: 'kibana_unreachable' });
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

interface RawFailure {
  request?: unknown;
  response: Pick<Response, 'status' | 'json'>;
}

const isRawFailure = (error: unknown): error is RawFailure =>
  error instanceof Error &&
  'response' in error &&
  typeof error.response === 'object' &&
  error.response !== null &&
  'json' in error.response &&
  !('body' in error && error.body);

/** Kibana's client does not read the body of a raw response, even of an error. */
async function withBody(error: unknown): Promise<unknown> {
  if (!isRawFailure(error)) return error;
  const { request, response } = error;
  const body: unknown = await response.json().catch(() => undefined);
  return { request, response, body };
}

/**
 * Calls a streaming route. @param onPart - Gets each part of the response as it arrives.
 */
export async function callStreamed<N extends StreamedRouteName>(
  http: HttpStart,
  name: N,
  input: Input<N>,
  onPart: (part: RoutePart<N>) => void,
): Promise<RouteOutput<N>> {
  const options = { headers: { accept: lineByLine }, asResponse: true, rawResponse: true };
  const { response } = await send<HttpResponse>(http, name, input, options);
  if (!response?.body) throw new SetupError({ code: 'unexpected' });
  const lines = linesOf<StreamLine<RouteOutput<N>, RoutePart<N>>>(response.body);
  for await (const line of lines) {
    if ('output' in line) return line.output;
    if ('part' in line) onPart(line.part);
    else throw new SetupError(problemIn(line));
  }
  // The connection closed before the response was complete.
  throw new SetupError({ code: 'kibana_unreachable' });
}

/** One call of the route table, over Kibana's own http. */
export function useCall(): <N extends RouteName>(
  name: N,
  input: Input<N>,
) => Promise<RouteOutput<N>> {
  const { http } = useCore();
  return (name, input) => send(http, name, input);
}

/** `callStreamed` with Kibana's http. */
export function useCallStreamed(): <N extends StreamedRouteName>(
  name: N,
  input: Input<N>,
  onPart: (part: RoutePart<N>) => void,
) => Promise<RouteOutput<N>> {
  const { http } = useCore();
  return (name, input, onPart) => callStreamed(http, name, input, onPart);
}
