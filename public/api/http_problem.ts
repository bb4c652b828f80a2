import * as z from 'zod/mini';
import { isProblemCode, SetupError, type Problem } from '../../common/problem';

const words = z.object({
  code: z.optional(z.string()),
  message: z.optional(z.string()),
  correlationId: z.optional(z.string()),
  at: z.optional(z.string()),
});

const problemSchema = z.object({
  code: z.custom<Problem['code']>(isProblemCode),
  field: z.optional(z.string()),
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  azure: z.optional(words),
});

/** The slice of Kibana's IHttpFetchError that we read. */
const failureSchema = z.object({
  response: z.optional(z.object({ status: z.number() })),
  body: z.optional(z.object({ attributes: z.optional(z.record(z.string(), z.unknown())) })),
});

/** Statuses that Kibana answers itself, before our route is reached. */
const ofStatus: Readonly<Record<number, Problem>> = {
  403: { code: 'setup_privilege_missing' },
};

/** Bad input names its field; a field inside the request comes as a path, `request.capacity`. */
const invalidRequest = z.object({ code: z.literal('invalid_request'), field: z.string() });

/** The Problem of whatever a call of `core.http` threw. */
export function httpProblem(error: unknown): Problem {
  const failure = failureSchema.safeParse(error);
  if (!failure.success) return { code: 'unexpected' };
  const { response, body } = failure.data;
  const named = problemSchema.safeParse(body?.attributes?.['problem']);
  if (named.success) return named.data;
  const invalid = invalidRequest.safeParse(body?.attributes);
  if (invalid.success) {
    return { code: 'invalid_request', field: invalid.data.field.split('.').at(-1) };
  }
  return ofStatus[response?.status ?? 0] ?? { code: 'unexpected' };
}

/** The Problem of a query's or mutation's error. */
export const problemOf = (error: unknown): Problem | undefined => {
  if (!error) return undefined;
  return error instanceof SetupError ? error.problem : { code: 'unexpected' };
};
