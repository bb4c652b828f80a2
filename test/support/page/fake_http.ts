import type { HttpFetchOptions } from '@kbn/core/public';
import * as v from 'valibot';
import type { Problem } from '../../../common/problem';
import type { Route } from '../../../common/route';
import {
  routes,
  routeVersion,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
} from '../../../common/routes';
import { findRoute } from './find_route';

interface Asked<N extends RouteName> {
  body: RouteBody<N>;
  params: RouteParams<N>;
}

/** The answer of each route; a call to a missing route fails the test. */
export type Answers = {
  [N in RouteName]?: (asked: Asked<N>) => RouteOutput<N> | Promise<RouteOutput<N>>;
};

export interface Call {
  route: RouteName;
  body?: unknown;
  params: Record<string, string>;
}

/** A failure as Kibana's http throws it. */
class HttpFailure extends Error {
  constructor(
    readonly response: { status: number },
    readonly body: { statusCode: number; message: string; attributes?: Record<string, unknown> },
  ) {
    super(body.message);
  }
}

/** The server's answer with a named failure. */
export const failure = (problem: Problem): HttpFailure =>
  new HttpFailure(
    { status: 422 },
    { statusCode: 422, message: problem.code, attributes: { problem } },
  );

/** Kibana validates before the route sees anything: a wrong request is refused here, too. */
function parsed<Body, Params>(
  route: Pick<Route<Body, Params, unknown>, 'body' | 'params'>,
  call: Pick<Call, 'body' | 'params'>,
) {
  return { body: v.parse(route.body, call.body ?? {}), params: v.parse(route.params, call.params) };
}

/** Kibana's http, which answers from a table and records the calls. */
export const fakeHttp = (answers: Answers, calls: Call[], unexpected: string[]) => {
  const send =
    (method: 'get' | 'post') =>
    async <T>(path: string, options: HttpFetchOptions = {}): Promise<T> => {
      const found = findRoute(method, path);
      if (!found || options.version !== routeVersion) {
        unexpected.push(`${method} ${path}`);
        throw new HttpFailure({ status: 404 }, { statusCode: 404, message: 'Not Found' });
      }
      const body: unknown = options.body === undefined ? undefined : JSON.parse(options.body);
      const call = { ...found, ...(body !== undefined && { body }) };
      calls.push(call);
      const text = await answer(answers, call, unexpected).catch((error: unknown) => {
        throw options.rawResponse && error instanceof HttpFailure ? unread(error) : error;
      });
      if (routes[found.route].streamed !== options.rawResponse) unexpected.push(`${path}: raw`);
      const lines = options.rawResponse && linesOf(`{"output":${text}}\n`);
      // As over the wire, where nothing has a type.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-return
      return JSON.parse(lines ? '{}' : text, (_key, value: unknown) =>
        lines ? { response: { body: lines } } : value,
      );
    };
  return { get: send('get'), post: send('post') };
};

/** Kibana's client does not read the body of a raw answer. */
const unread = ({ message, response: { status }, body }: HttpFailure) =>
  Object.assign(new Error(message), { response: { status, json: async () => body }, body: null });

/** A body that arrives in two pieces, cut where no line ends. */
function linesOf(text: string): Pick<ReadableStream<Uint8Array>, 'getReader'> | undefined {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, 5));
      controller.enqueue(bytes.slice(5));
      controller.close();
    },
  });
}

async function answer(answers: Answers, call: Call, unexpected: string[]): Promise<string> {
  // The table pairs each answer with its route; the compiler cannot follow that through a loop.
  const reply: unknown = Reflect.get(answers, call.route);
  if (typeof reply !== 'function') {
    unexpected.push(call.route);
    throw new HttpFailure({ status: 500 }, { statusCode: 500, message: 'No answer' });
  }
  try {
    parsed<unknown, unknown>(routes[call.route], call);
  } catch (error) {
    unexpected.push(`${call.route}: ${String(error)}`);
    throw new HttpFailure({ status: 400 }, { statusCode: 400, message: 'Bad Request' });
  }
  const output: unknown = await Reflect.apply(reply, undefined, [call]);
  return JSON.stringify(output);
}
