import * as v from 'valibot';
import { SetupError, type Problem } from '../../../../common/problem';
import type { Redact } from '../answers/redact';

/** One exception of Elasticsearch, or an error in the form of OpenAI's API. */
export interface Exception {
  type?: string | undefined;
  reason?: string | undefined;
  /** Of the provider. */
  code?: string | undefined;
}

export interface Failure {
  /** HTTP status; absent if no answer came. */
  status?: number;
  /** The exception and its causes, the outermost first. */
  chain: Exception[];
  /** The license is the reason. */
  byLicense: boolean;
}

const text = v.exactOptional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' ? value : undefined)),
  ),
);
const exception = v.looseObject({ type: text, reason: text, message: text, code: text });
const body = v.looseObject({ error: exception });

/** Causes beyond this depth are not read. */
const deepest = 10;

function chainOf(error: unknown, depth = 0): Exception[] {
  const parsed = v.safeParse(exception, error);
  if (!parsed.success || depth > deepest) return [];
  const { type, reason, message, code } = parsed.output;
  return [
    { type, reason: reason ?? message, code },
    ...chainOf(parsed.output['caused_by'], depth + 1),
  ];
}

/** Elasticsearch's refusal in the body of an answer. */
export function failureOf(status: number | undefined, answer: unknown): Failure {
  const parsed = v.safeParse(body, answer);
  const error = parsed.success ? parsed.output.error : {};
  return {
    ...(status !== undefined && { status }),
    chain: chainOf(error),
    byLicense: 'license.expired.feature' in error,
  };
}

const responseError = v.looseObject({
  name: v.literal('ResponseError'),
  meta: v.looseObject({ statusCode: v.nullish(v.number()), body: v.unknown() }),
});

/** Names of the client's errors that no answer of Elasticsearch's stands behind. */
const withoutAnswer: ReadonlySet<string> = new Set([
  'ConnectionError',
  'NoLivingConnectionsError',
  'RequestAbortedError',
  'TimeoutError',
]);

/** The failure that an error of the client stands for; undefined of any other error. */
export function failureIn(error: unknown): Failure | undefined {
  const refused = v.safeParse(responseError, error);
  if (refused.success) {
    const { statusCode, body: answer } = refused.output.meta;
    return failureOf(statusCode ?? undefined, answer);
  }
  const isLost = error instanceof Error && withoutAnswer.has(error.name);
  return isLost ? { chain: [], byLicense: false } : undefined;
}

export const isAlreadyThere = ({ chain }: Failure): boolean =>
  chain.some(({ type }) => type === 'resource_already_exists_exception');

export const isNotFound = ({ status, chain }: Failure): boolean =>
  status === 404 && chain[0]?.type === 'resource_not_found_exception';

/** Elasticsearch cannot answer now, or something between it and Kibana: a later call can succeed. */
const isTemporary = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** The problem of a refusal by Elasticsearch itself, from its status and the types of its exceptions. */
export function problemOf(failure: Failure, redact: Redact): Problem {
  const { status, chain, byLicense } = failure;
  if (status === undefined) return { code: 'elasticsearch_unavailable' };
  if (status === 401) return { code: 'task_key_rejected' };
  if (byLicense) return { code: 'license_insufficient' };
  if (status === 403) return { code: 'inference_privilege_missing', detail: {} };
  if (isTemporary(status)) return { code: 'elasticsearch_unavailable', detail: { status } };
  const message = chain.flatMap(({ reason = [] }) => reason).join(' ');
  return {
    code: 'inference_endpoint_refused',
    detail: { status },
    azure: {
      ...(chain[0]?.type && { code: redact(chain[0].type).slice(0, 100) }),
      message: redact(message),
      at: new Date().toISOString(),
    },
  };
}

/** The error to throw in place of one of the client. A programming error stays what it is. */
export function named(error: unknown, redact: Redact): unknown {
  if (error instanceof SetupError) return error;
  const failure = failureIn(error);
  return failure ? new SetupError(problemOf(failure, redact)) : error;
}
