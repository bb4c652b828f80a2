import type { RestError } from '@azure/core-rest-pipeline';
import { isRecord, parseJson } from '../../../../../common/values/json';
import { claimsIn } from '../../claims_challenge';
import { pauseOf } from '../../http/retry_after';
import { withoutSecrets } from '../../without_secrets';
import { isoDate } from '../answers/normalize';

/** One node of ARM's error envelope, with defaults. */
export interface ArmError {
  code?: string;
  message?: string;
  target?: string;
  details: ArmError[];
  additionalInfo: unknown[];
}

/**
 * The probable source of a response: ARM, whose errors are JSON with an alphabetic code and whose responses have
 * request ids; unknown, if there is no body; or a system between Kibana and Azure.
 */
type Answerer = 'arm' | 'unknown' | 'other';

/** An error response as received, without headers or body of the request. */
export interface ArmFailure {
  answerer: Answerer;
  status?: number;
  /** The request's. */
  url: string;
  error: ArmError;
  correlationId?: string;
  /** ISO 8601. */
  at?: string;
  retryAfterSeconds?: number;
  /** The claims challenge for the next sign-in: JSON. */
  claims?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? withoutSecrets(value) : undefined;

/** ARM nests errors three levels deep. Deeper levels and further list items are ignored. */
const maximumDepth = 5;
const longest = 20;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, longest) : []);

function readArmError(value: unknown, depth = 0): ArmError {
  const record = isRecord(value) ? value : {};
  const inner = depth < maximumDepth ? list(record.details) : [];
  return {
    code: text(record.code),
    message: text(record.message),
    target: text(record.target),
    details: inner.map((one) => readArmError(one, depth + 1)),
    additionalInfo: list(record.additionalInfo),
  };
}

/** Request ids are GUIDs, some with a prefix. */
const longestId = 100;

const isArmId = (name: string): boolean =>
  ['x-ms-request-id', 'x-ms-correlation-request-id'].includes(name);

function answererOf(error: RestError, found: ArmError): Answerer {
  const { response } = error;
  if (found.code !== undefined && (response?.status ?? 0) >= 400) return 'arm';
  if (response?.bodyAsText) return 'other';
  const isArm = Object.keys(response?.headers.toJSON() ?? {}).some(isArmId);
  return isArm ? 'arm' : 'unknown';
}

/** Reads the response itself, because the SDK's message can quote a whole body, including keys. */
export function readFailure(error: RestError): ArmFailure {
  const body = parseJson(error.response?.bodyAsText);
  const headers = error.response?.headers;
  // Old errors have no envelope.
  const found = readArmError(isRecord(body) && isRecord(body.error) ? body.error : body);
  const pause = pauseOf(headers);
  const claims = claimsIn(headers?.get('www-authenticate'));
  return {
    answerer: answererOf(error, found),
    status: error.response?.status ?? error.statusCode,
    url: error.request?.url ?? '',
    error: found,
    correlationId: text(
      headers?.get('x-ms-correlation-request-id') ?? headers?.get('x-ms-request-id'),
    )?.slice(0, longestId),
    at: isoDate(headers?.get('date')),
    ...(pause === undefined ? {} : { retryAfterSeconds: Math.ceil(pause / 1_000) }),
    ...(claims ? { claims } : {}),
  };
}
