import { PassThrough } from 'node:stream';
import type { Gzip } from 'node:zlib';
import type { KibanaRequest, RouteValidationFunction } from '@kbn/core/server';
import * as v from 'valibot';
import { problemOf, SetupError, type Problem } from '../../../common/problem';
import { lineByLine, type Nothing, type Route, type StreamLine } from '../../../common/route';
import { routeVersion } from '../../../common/routes';
import { describeErrorLocation } from '../error_location';
import type { RouteContext, Services } from './route_context';

interface RouteInput<Body, Params> {
  body: Body;
  params: Params;
  request: KibanaRequest;
  services: Services;
}

/** The path of the invalid input, with shortened names because it is logged. */
function pathOf({ type, ...issue }: v.BaseIssue<unknown>): string[] {
  const path: readonly v.IssuePathItem[] = issue.path ?? [];
  const isName = path.at(-1)?.origin === 'key';
  // Keys of a record, such as tag names, are input, so the path ends at the record.
  const known = isName && type !== 'strict_object' ? path.slice(0, -1) : path;
  return known.map(({ key }) =>
    String(key)
      .slice(0, 60)
      .replace(/[^\w.-]/g, '_'),
  );
}

/** Names all invalid parts of the input without their values. */
function validate<T>(schema: v.GenericSchema<unknown, T>): RouteValidationFunction<T> {
  return (data, { ok, badRequest }) => {
    const parsed = v.safeParse(schema, data ?? {});
    if (parsed.success) return ok(parsed.output);
    const issues = parsed.issues
      .slice(0, 5)
      .map((issue) => `${pathOf(issue).join('.') || 'body'} is not valid (${issue.type})`);
    const [first] = parsed.issues;
    return badRequest(issues.join('; '), first && pathOf(first));
  };
}

const noQuery = v.strictObject({});

/** The status of a Problem. Never 401, because Kibana would log the user out. */
const problemStatus = 422;

/**
 * Registers a route of the route table: internal, versioned, with a required privilege and limits for all fields. A
 * Problem is a 422, any other error Kibana's 500.
 */
export function defineRoute<Body, Params, Output>(
  context: RouteContext,
  route: Route<Body, Params, Output>,
  answer: (input: RouteInput<Body, Params>) => Promise<Output>,
): void {
  register(context, route, async (input) => ({
    body: await within(route, input, answer),
  }));
}

/** Sends a part of the response; resolves to the output. */
type Stream<Output, Part> = (send: (part: Part) => void) => Promise<Output>;

/**
 * Avoids buffering: the proxy of Elastic Cloud compresses `text/*`, and `X-Accel-Buffering` is for nginx
 * (elastic/kibana, `agent_builder/server/routes/utils`).
 */
const streamHeaders = {
  'content-type': 'application/octet-stream',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
};

/** The stream that compresses the answer. */
type Compressor = Pick<Gzip, 'flush' | 'destroyed'>;

/**
 * The same for a streaming route. A Problem before `answer` resolves is a 422, a later one is the last line.
 */
export function defineStreamedRoute<Body, Params, Output, Part>(
  context: RouteContext,
  route: Route<Body, Params, Output, Part>,
  answer: (input: RouteInput<Body, Params>) => Promise<Stream<Output, Part>>,
): void {
  register(context, route, async (input) => {
    if (input.request.headers['accept'] !== lineByLine) {
      const whole = async (asked: RouteInput<Body, Params>) => {
        const stream = await answer(asked);
        return stream(() => undefined);
      };
      return { body: await within(route, input, whole) };
    }
    let compressor: Compressor | undefined;
    const lines = Object.assign(new PassThrough(), {
      // hapi compresses `application/octet-stream`, and passes the compressor to `setCompressor`.
      setCompressor(given: Compressor) {
        compressor = given;
      },
    });
    const flush = () => {
      if (compressor && !compressor.destroyed) compressor.flush();
    };
    // The client has disconnected, so later lines are dropped.
    lines.on('error', () => undefined);
    const write = (line: StreamLine<Output, Part>) => {
      if (lines.destroyed) return;
      // Flushes after the line, so it does not wait in the compressor.
      lines.write(`${JSON.stringify(line)}\n`, () => setImmediate(flush));
    };
    await new Promise<void>((resolve, reject) => {
      let begun = false;
      const whole = within(route, input, async () => {
        const stream = await answer(input);
        begun = true;
        resolve();
        return stream((part) => write({ part }));
      });
      whole
        .then(
          (output) => write({ output }),
          (error: unknown) => {
            if (begun) write({ problem: reported(context, route, error) });
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- passed on as it is
            else reject(error);
          },
        )
        .finally(() => lines.end());
    });
    return { body: lines, headers: streamHeaders };
  });
}

/** Limits the concurrent calls of one person. */
async function within<Body, Params, Result>(
  { limited }: AnyRoute<Body, Params>,
  input: RouteInput<Body, Params>,
  answer: (input: RouteInput<Body, Params>) => Promise<Result>,
): Promise<Result> {
  const { services, request } = input;
  if (!limited) return answer(input);
  return services.limited(services.callerOf(request).user, () => answer(input));
}

type AnyRoute<Body, Params> = Omit<Route<Body, Params, unknown, unknown>, 'output' | 'part'>;

/** The Problem for the page, and a log line with the kind and location of the failure only. */
function reported<Body, Params>(
  { logger }: RouteContext,
  { method, path }: AnyRoute<Body, Params>,
  error: unknown,
): Problem {
  const problem = problemOf(error);
  if (problem.code === 'unexpected')
    logger.error(`${method} ${path}: ${describeErrorLocation(error)}`);
  else logger.debug(`${method} ${path}: ${problem.code}`);
  return problem;
}

function register<Body, Params>(
  context: RouteContext,
  route: AnyRoute<Body, Params>,
  answer: (
    input: RouteInput<Body, Params>,
  ) => Promise<{ body: unknown; headers?: Record<string, string> }>,
): void {
  const { method, path, privilege, maxBytes, body, params } = route;
  context.router.versioned[method]({
    path,
    access: 'internal',
    security: { authz: { requiredPrivileges: [privilege] } },
    ...(method === 'post' ? { options: { body: { maxBytes, accepts: 'application/json' } } } : {}),
  }).addVersion<Params, Nothing, Body>(
    {
      version: routeVersion,
      validate: {
        request: {
          params: validate(params),
          query: validate(noQuery),
          ...(method === 'post' ? { body: validate(body) } : {}),
        },
      },
    },
    async (_context, request, response) => {
      try {
        const { params: given } = request;
        const content = method === 'post' ? request.body : v.parse(body, {});
        const services = await context.services();
        return response.ok(await answer({ request, params: given, body: content, services }));
      } catch (error) {
        if (!(error instanceof SetupError)) throw error;
        const problem = reported(context, route, error);
        return response.customError({
          statusCode: problemStatus,
          body: { message: problem.code, attributes: { problem } },
        });
      }
    },
  );
}
