import { isRestError } from '@azure/core-rest-pipeline';
import { claimsIn } from './claims_challenge';
import { withoutSecrets } from './without_secrets';

/** One node of ARM's error envelope, whatever it lacked. */
export interface ArmError {
  code?: string;
  message?: string;
  target?: string;
  details: ArmError[];
  additionalInfo: unknown[];
}

/** A refusal as it came over the wire. Headers and bodies of the request never get in here. */
export interface ArmFailure {
  status?: number;
  error: ArmError;
  correlationId?: string;
  /** ISO 8601. */
  at?: string;
  retryAfterSeconds?: number;
  /** What a claims challenge asks of the next sign-in: JSON. */
  claims?: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? withoutSecrets(value) : undefined;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function readArmError(value: unknown): ArmError {
  const record = isRecord(value) ? value : {};
  return {
    code: text(record.code),
    message: text(record.message),
    target: text(record.target),
    details: list(record.details).map(readArmError),
    additionalInfo: list(record.additionalInfo),
  };
}

export function parseJson(body: string | null | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

const toIso = (date: string | undefined): string | undefined => {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** Reads the answer itself: the SDK's own message may quote a whole body, with keys in it. */
export function readFailure(error: unknown): ArmFailure {
  if (!isRestError(error)) return { error: readArmError(undefined) };
  const body = parseJson(error.response?.bodyAsText);
  const headers = error.response?.headers;
  const seconds = Number(headers?.get('retry-after') ?? NaN);
  const claims = claimsIn(headers?.get('www-authenticate'));
  return {
    status: error.response?.status ?? error.statusCode,
    // Old errors are bare, without the envelope.
    error: readArmError(isRecord(body) && isRecord(body.error) ? body.error : body),
    correlationId: headers?.get('x-ms-correlation-request-id') ?? headers?.get('x-ms-request-id'),
    at: toIso(headers?.get('date')),
    ...(Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {}),
    ...(claims ? { claims } : {}),
  };
}
