import type { KibanaRequest, RouteValidationFunction } from '@kbn/core/server';
import * as v from 'valibot';
import { SetupError } from '../../../common/problem';
import { routeVersion, type Nothing, type Route } from '../../../common/routes';
import { describeErrorLocation } from '../error_location';
import type { RouteContext } from './route_context';

interface RouteInput<Body, Params> {
  body: Body;
  params: Params;
  request: KibanaRequest;
}

/** The path of the invalid input. Names from the caller are shortened because they are logged. */
function pathOf({ type, ...issue }: v.BaseIssue<unknown>): string[] {
  const path: readonly v.IssuePathItem[] = issue.path ?? [];
  const isName = path.at(-1)?.origin === 'key';
  // Keys of a record, such as tag names, are values, too: the path ends at the record.
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
      .map((issue) => `${pathOf(issue).join('.') || 'body'} is not valid (${issue.type})`);
    const [first] = parsed.issues;
    return badRequest(issues.join('; '), first && pathOf(first));
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
  /** Limits the concurrent calls of one person. */
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
