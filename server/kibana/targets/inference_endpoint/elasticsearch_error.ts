import * as v from 'valibot';
import { isRecord, parseJson } from '../../../../common/values/json';
import { SetupError, type Problem } from '../../../../common/problem';
import { isPassing } from '../../../core/azure/http/foreign_answer';
import { azureWords, type Redact } from '../answers/redact';

/** An Elasticsearch exception, or an error in OpenAI's format. */
export interface Exception {
  type?: string | undefined;
  reason?: string | undefined;
  /** The provider's code. */
  code?: string | undefined;
}

export interface Failure {
  /** HTTP status; absent without a readable response. */
  status?: number;
  /** The exception and its causes, outermost first; empty if there is none, for example from a proxy. */
  chain: Exception[];
  /** True if the license is the reason. */
  byLicense: boolean;
  /** True if there was a response, from Elasticsearch or a system in between. */
  isAnswered: boolean;
}

const text = v.exactOptional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' ? value : undefined)),
  ),
);
const exception = v.looseObject({ type: text, reason: text, message: text, code: text });
/** Elasticsearch's response to an unknown path or method has only a reason. */
const reasonOnly = v.pipe(
  v.string(),
  v.transform((reason) => ({ reason })),
);
const outermost = v.union([reasonOnly, v.looseObject({ ...exception.entries, type: v.string() })]);

/** Maximum depth of causes. */
const maximumDepth = 10;

function chainOf(error: unknown, depth = 0): Exception[] {
  const parsed = v.safeParse(exception, error);
  if (!parsed.success || depth > maximumDepth) return [];
  const { type, reason, message, code } = parsed.output;
  return [
    { type, reason: reason ?? message, code },
    ...chainOf(parsed.output['caused_by'], depth + 1),
  ];
}

const licenseSign = 'license.expired.feature';
const namesLicense = (error: Record<string, unknown>): boolean =>
  [error, ...[error['root_cause']].flat()].some((one) => isRecord(one) && licenseSign in one);

/** Parses an Elasticsearch error from a response body. */
export function failureOf(status: number | undefined, answer: unknown): Failure {
  const parsed = v.safeParse(outermost, isRecord(answer) ? answer['error'] : undefined);
  const refusal: Record<string, unknown> = parsed.success ? parsed.output : {};
  return {
    ...(status !== undefined && { status }),
    chain: parsed.success ? chainOf(refusal) : [],
    byLicense: namesLicense(refusal),
    isAnswered: true,
  };
}

/** The same from text: JSON, or a streamed event with JSON. */
export const failureInText = (status: number | undefined, answer: string): Failure =>
  failureOf(status, parseJson(/^data: ?(.*)$/m.exec(answer)?.[1] ?? answer));

const responseError = v.looseObject({
  name: v.literal('ResponseError'),
  meta: v.looseObject({ statusCode: v.nullish(v.number()), body: v.unknown() }),
});

/** Names of client errors without an Elasticsearch response -> whether there was any response. */
const withoutAnswer: ReadonlyMap<string, boolean> = new Map([
  ['ConnectionError', false],
  ['NoLivingConnectionsError', false],
  ['RequestAbortedError', false],
  ['TimeoutError', false],
  ['DeserializationError', true],
  ['ProductNotSupportedError', true],
]);

/** The failure of a client error; undefined for other errors. */
export function failureIn(error: unknown): Failure | undefined {
  const refused = v.safeParse(responseError, error);
  if (refused.success) {
    const { statusCode, body: answer } = refused.output.meta;
    return failureOf(statusCode ?? undefined, answer);
  }
  const isAnswered = error instanceof Error ? withoutAnswer.get(error.name) : undefined;
  return isAnswered === undefined ? undefined : { chain: [], byLicense: false, isAnswered };
}

const hasType = ({ chain }: Failure, wanted: string): boolean =>
  chain.some(({ type }) => type === wanted);

export const isAlreadyThere = (failure: Failure): boolean =>
  hasType(failure, 'resource_already_exists_exception');

export const isNotFound = ({ status, chain }: Failure): boolean =>
  status === 404 && chain[0]?.type === 'resource_not_found_exception';

/** The problem of a response that is not in Elasticsearch's format. */
export const foreignAnswer = (status?: number): Problem => ({
  code: 'answer_not_elasticsearch',
  ...(status !== undefined && { detail: { status } }),
});

/** The problem of an Elasticsearch error, from its status and exception types. */
export function problemOf(failure: Failure, redact: Redact): Problem {
  const { status, chain, byLicense, isAnswered } = failure;
  if (!isAnswered) return { code: 'elasticsearch_unavailable' };
  if (status !== undefined && isPassing(status)) {
    return { code: 'elasticsearch_unavailable', detail: { status } };
  }
  if (status === undefined || chain.length === 0) return foreignAnswer(status);
  if (status === 401) return { code: 'task_key_rejected' };
  if (byLicense) return { code: 'license_insufficient' };
  if (status === 403 && hasType(failure, 'security_exception')) {
    return { code: 'inference_privilege_missing', detail: {} };
  }
  const message = chain.flatMap(({ reason = [] }) => reason).join(' ');
  return {
    code: 'inference_endpoint_refused',
    detail: { status },
    azure: azureWords(message, redact, chain[0]?.type),
  };
}

/** Converts a client error to a SetupError; keeps programming errors. */
export function named(error: unknown, redact: Redact): unknown {
  if (error instanceof SetupError) return error;
  const failure = failureIn(error);
  return failure ? new SetupError(problemOf(failure, redact)) : error;
}
