import * as v from 'valibot';
import {
  isProblem,
  isProblemCode,
  problemOf as problemOfError,
  type Problem,
  type ProblemCode,
  type ProblemField,
} from '../../common/problem';
import { setupRequestSchema } from '../../common/setup_request';
import { signInSchema } from '../../common/sign_in';

const words = v.object({
  code: v.optional(v.string()),
  message: v.optional(v.string()),
  correlationId: v.optional(v.string()),
  at: v.optional(v.string()),
});

const problemFields: ReadonlySet<unknown> = new Set([
  ...Object.keys(setupRequestSchema.entries),
  ...signInSchema.options.flatMap(({ entries }) => Object.keys(entries)),
]);
const isProblemField = (name: unknown): name is ProblemField => problemFields.has(name);

const problemSchema = v.object({
  code: v.custom<Problem['code']>(isProblemCode),
  field: v.fallback(v.optional(v.custom<ProblemField>(isProblemField)), undefined),
  detail: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  azure: v.optional(words),
});

/** The part of Kibana's IHttpFetchError that is read here. */
const failureSchema = v.object({
  request: v.optional(v.unknown()),
  response: v.optional(v.object({ status: v.number() })),
  body: v.optional(
    v.object({
      message: v.optional(v.string()),
      attributes: v.optional(v.record(v.string(), v.unknown())),
    }),
  ),
});

/** Statuses that Kibana returns before the route handler runs. */
const ofStatus: Readonly<Record<number, Problem>> = {
  403: { code: 'setup_privilege_missing' },
  502: { code: 'kibana_unreachable' },
  503: { code: 'kibana_unreachable' },
  504: { code: 'kibana_unreachable' },
};

/** True if a request got no response: no network, or no Kibana. */
const unanswered = ({ request, response }: v.InferOutput<typeof failureSchema>) =>
  request !== undefined && response === undefined;

/**
 * The field that Kibana reports as invalid: `[request body.request.capacity]: ...`. Its 400 has only this text. An item
 * of a list is a number below its field.
 */
function invalidField(message = ''): ProblemField | undefined {
  const [, path] = /^\[request (?:body|params|query)\.([\w.-]{1,200})\]/.exec(message) ?? [];
  const field = path?.split('.').findLast((part) => !/^\d+$/.test(part));
  return isProblemField(field) ? field : undefined;
}

function namedProblem(within: Readonly<Record<string, unknown>> = {}): Problem | undefined {
  const named = v.safeParse(problemSchema, within['problem']);
  return named.success && isProblem(named.output) ? named.output : undefined;
}

/** The Problem that ended a streamed response. */
export const problemIn = (line: Readonly<Record<'problem', unknown>>): Problem =>
  namedProblem(line) ?? { code: 'unexpected' };

/** The Problem of an error that `core.http` threw. */
export function httpProblem(error: unknown): Problem {
  const failure = v.safeParse(failureSchema, error);
  if (!failure.success) return { code: 'unexpected' };
  if (unanswered(failure.output)) return { code: 'kibana_unreachable' };
  const { response, body } = failure.output;
  const named = namedProblem(body?.attributes);
  if (named) return named;
  if (response?.status === 400) {
    const field = invalidField(body?.message);
    return { code: 'invalid_request', ...(field && { field }) };
  }
  return ofStatus[response?.status ?? 0] ?? { code: 'unexpected' };
}

/** The Problem of a query's or mutation's error. */
export const problemOf = (error: unknown): Problem | undefined =>
  error ? problemOfError(error) : undefined;

/** Failures of one call that the next call might not meet. */
const passing: ReadonlySet<ProblemCode> = new Set([
  'unexpected',
  'kibana_unreachable',
  'too_many_requests',
  'azure_unreachable',
  'azure_busy',
  'azure_throttled',
] as const);

export const isPassing = (problem: Problem | undefined): boolean =>
  problem !== undefined && passing.has(problem.code);
