import type { KibanaRequest, RouteValidationFunction } from '@kbn/core/server';
import * as v from 'valibot';
import { SetupError } from '../../../common/problem';
import { routeVersion, type Nothing, type Route } from '../../../common/routes';
import { describeErrorLocation } from '../error_location';
import type { RouteContext } from './route_context';

export interface RouteInput<Body, Params> {
  body: Body;
  params: Params;
  request: KibanaRequest;
}

/** Where something is wrong. Names that the caller made up are shortened: they end up in a log line. */
function placeOf({ type, ...issue }: v.BaseIssue<unknown>): string[] {
  const path: readonly v.IssuePathItem[] = issue.path ?? [];
  const isName = path.at(-1)?.origin === 'key';
  // A tag's name is a value, too: its place is the tags. Only objects know which names there can be.
  const known = isName && type !== 'strict_object' ? path.slice(0, -1) : path;
  return known.map(({ key }) =>
    String(key)
      .slice(0, 60)
      .replace(/[^\w.-]/g, '_'),
  );
}

/** Every part of the input that breaks its rule is named; values are never repeated. */
function validate<T>(schema: v.GenericSchema<unknown, T>): RouteValidationFunction<T> {
  return (data, { ok, badRequest }) => {
    const parsed = v.safeParse(schema, data ?? {});
    if (parsed.success) return ok(parsed.output);
    const issues = parsed.issues
      .slice(0, 5)
      .map((issue) => `${placeOf(issue).join('.') || 'body'} is not valid (${issue.type})`);
    const [first] = parsed.issues;
    return badRequest(issues.join('; '), first && placeOf(first));
  };
}

const noQuery = v.strictObject({});

/** Carries a Problem to the page. Never 401: Kibana would log the person out of Kibana. */
const problemStatus = 422;

/**
 * Registers one line of the route table: internal, versioned, guarded by one of the feature's privileges,
 * with bounds on every field. A named Problem answers 422; anything else is Kibana's own 500.
 */
export function defineRoute<Body, Params, Output>(
  { router, logger, services }: RouteContext,
  route: Route<Body, Params, Output>,
  answer: (input: RouteInput<Body, Params>) => Promise<Output>,
): void {
  const { method, path, privilege, maxBytes, body, params, limited = false } = route;
  /** As many at once as one person may have under way. */
  const answerLimited = async (input: RouteInput<Body, Params>): Promise<Output> => {
    if (!limited) return answer(input);
    const { callerOf, limited: within } = await services();
    return within(callerOf(input.request).user, () => answer(input));
  };
  router.versioned[method]({
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
        return response.ok({
          body: await answerLimited({ request, params: given, body: content }),
        });
      } catch (error) {
        if (!(error instanceof SetupError)) throw error;
        const { problem } = error;
        if (problem.code === 'unexpected')
          logger.error(`${method} ${path}: ${describeErrorLocation(error)}`);
        else logger.debug(`${method} ${path}: ${problem.code}`);
        return response.customError({
          statusCode: problemStatus,
          body: { message: problem.code, attributes: { problem } },
        });
      }
    },
  );
}
