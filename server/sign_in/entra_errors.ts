import * as v from 'valibot';
import type { AzureWords, Problem, ProblemCode } from '../../common/problem';
import { withoutSecrets } from '../azure/without_secrets';

interface Meaning {
  code: ProblemCode;
  field?: string;
}

/** The AADSTS numbers are stable, the sentences are not. */
const meanings: Readonly<Record<number, Meaning>> = {
  7000215: { code: 'sign_in_wrong_secret', field: 'clientSecret' },
  7000222: { code: 'sign_in_expired_secret', field: 'clientSecret' },
  700016: { code: 'sign_in_unknown_app', field: 'clientId' },
  90002: { code: 'sign_in_unknown_tenant', field: 'tenant' },
  900023: { code: 'sign_in_unknown_tenant', field: 'tenant' },
  9001023: { code: 'sign_in_tenant_needed', field: 'tenant' },
  50059: { code: 'sign_in_tenant_needed', field: 'tenant' },
  90038: { code: 'sign_in_wrong_cloud', field: 'cloud' },
  900382: { code: 'sign_in_wrong_cloud', field: 'cloud' },
  65001: { code: 'sign_in_consent_missing' },
  90094: { code: 'sign_in_consent_missing' },
  50074: { code: 'sign_in_mfa_required' },
  50076: { code: 'sign_in_mfa_required' },
  50079: { code: 'sign_in_mfa_required' },
  50158: { code: 'sign_in_mfa_required' },
  // A device that is not registered with the directory.
  50097: { code: 'sign_in_blocked_by_policy' },
  53000: { code: 'sign_in_blocked_by_policy' },
  53001: { code: 'sign_in_blocked_by_policy' },
  53002: { code: 'sign_in_blocked_by_policy' },
  53003: { code: 'sign_in_blocked_by_policy' },
  50020: { code: 'sign_in_wrong_account' },
  50034: { code: 'sign_in_wrong_account' },
  500011: { code: 'sign_in_resource_unknown' },
  7000218: { code: 'sign_in_public_client_disabled' },
  70020: { code: 'device_code_expired' },
  700082: { code: 'session_expired' },
};

/** OAuth's own words, where Entra gives no number. */
const words: Readonly<Record<string, Meaning>> = {
  authorization_declined: { code: 'device_code_declined' },
  access_denied: { code: 'device_code_declined' },
  expired_token: { code: 'device_code_expired' },
  bad_verification_code: { code: 'device_code_unknown' },
  temporarily_unavailable: { code: 'azure_busy' },
};

const maybe = v.fallback(v.optional(v.string()), undefined);
const stsErrorShape = v.object({
  error: maybe,
  error_description: maybe,
  error_codes: v.fallback(v.array(v.number()), []),
  correlation_id: maybe,
  timestamp: maybe,
});
export type StsError = v.InferOutput<typeof stsErrorShape>;

/** Entra's error body; `undefined` when it is something else. */
export function readStsError(body: unknown): StsError | undefined {
  const parsed = v.safeParse(stsErrorShape, body);
  return parsed.success && parsed.output.error !== undefined ? parsed.output : undefined;
}

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/AADSTS(\d+)/g)].map(([, digits]) => Number(digits));

const meaningOf = (numbers: readonly number[]): Meaning | undefined =>
  numbers.map((number) => meanings[number]).find((meaning) => meaning !== undefined);

function toWords(error: StsError): AzureWords {
  const [number] = error.error_codes;
  // What follows the sentence is ids and a time, which have places of their own.
  const message = withoutSecrets(error.error_description?.split(/\s+Trace ID:/)[0] ?? '');
  const time = Date.parse(error.timestamp ?? '');
  return {
    code: number === undefined ? withoutSecrets(error.error ?? '') : `AADSTS${number}`,
    ...(message ? { message } : {}),
    ...(error.correlation_id ? { correlationId: error.correlation_id } : {}),
    ...(Number.isNaN(time) ? {} : { at: new Date(time).toISOString() }),
  };
}

/** What a refusal means whose body says nothing that we know. */
function meaningOfStatus(status: number): Meaning {
  if (status >= 500) return { code: 'azure_busy' };
  return { code: status === 429 ? 'azure_throttled' : 'sign_in_failed' };
}

/** What Entra's refusal means; `error` is absent when the body was none of Entra's. */
export function entraProblem(error: StsError | undefined, status: number): Problem {
  if (!error) return { ...meaningOfStatus(status) };
  const numbers = [...error.error_codes, ...numbersIn(error.error_description ?? '')];
  const meaning = meaningOf(numbers) ?? words[error.error ?? ''] ?? meaningOfStatus(status);
  return { ...meaning, azure: toWords(error) };
}

/** The same from a library's error text, which is all that is left of an answer in some of them. */
export const entraProblemInText = (text: string): Problem | undefined => {
  const meaning = meaningOf(numbersIn(text));
  return meaning && { ...meaning };
};
