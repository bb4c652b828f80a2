import * as v from 'valibot';
import { own } from '../../../common/values/own';
import {
  problemWith,
  type AzureWords,
  type Problem,
  type ProblemCode,
} from '../../../common/problem';
import { isRecord } from '../../../common/values/json';
import type { SignInField } from '../../../common/sign_in';
import { isPassing, notAzureProblem } from '../azure/http/foreign_answer';
import { withoutSecrets } from '../azure/without_secrets';
import { printable } from './printable';

interface Meaning {
  code: ProblemCode;
  field?: SignInField;
}

/**
 * The AADSTS numbers are stable, the sentences are not.
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const numbers: ReadonlyArray<readonly [Meaning, readonly number[]]> = [
  [{ code: 'sign_in_wrong_secret', field: 'clientSecret' }, [7000215]],
  [{ code: 'sign_in_expired_secret', field: 'clientSecret' }, [7000222]],
  [{ code: 'sign_in_unknown_app', field: 'clientId' }, [700016, 7000229]],
  [{ code: 'sign_in_unknown_tenant', field: 'tenant' }, [90002, 900023, 50128]],
  [{ code: 'sign_in_tenant_needed', field: 'tenant' }, [9001023, 50059, 50194]],
  [{ code: 'sign_in_wrong_cloud', field: 'cloud' }, [90038, 900382, 900381]],
  [{ code: 'sign_in_consent_missing' }, [65001, 65004, 90094, 90095]],
  [{ code: 'sign_in_mfa_required' }, [50072, 50074, 50076, 50078, 50079, 50158]],
  [
    { code: 'sign_in_blocked_by_policy' },
    [
      // Device: platform, not registered, not managed, or not domain-joined.
      ...[50005, 50097, 53000, 53001, 530001, 530002, 530003, 530004],
      // Application, sign-in, risk, or security defaults.
      ...[50131, 53002, 53003, 53004, 53008, 53009, 53011, 530021],
      ...[530032, 530033, 530034, 530035],
    ],
  ],
  [{ code: 'sign_in_wrong_account' }, [50020, 50034]],
  [{ code: 'sign_in_resource_unknown' }, [500011, 500014, 50001, 650052]],
  [{ code: 'sign_in_public_client_disabled' }, [7000218]],
  [{ code: 'device_code_expired' }, [70020, 70019]],
  [{ code: 'session_expired' }, [700082]],
  [{ code: 'azure_busy' }, [90024, 90025, 90033]],
  [{ code: 'azure_throttled' }, [90055]],
];
const meanings: ReadonlyMap<number, Meaning> = new Map(
  numbers.flatMap(([meaning, all]) => all.map((number) => [number, meaning] as const)),
);

/** OAuth error codes, if Entra ID returns no number. */
const words: Readonly<Record<string, Meaning>> = {
  authorization_declined: { code: 'device_code_declined' },
  access_denied: { code: 'device_code_declined' },
  expired_token: { code: 'device_code_expired' },
  bad_verification_code: { code: 'device_code_unknown' },
  temporarily_unavailable: { code: 'azure_busy' },
};

/** Maximum length of a description; Entra ID's have a few hundred characters. */
const longestDescription = 4_000;
/** Maximum length of an error code; OAuth's and Entra ID's have up to 26 characters. */
const longestWord = 60;

const text = (maximum: number) =>
  v.fallback(
    v.optional(
      v.pipe(
        v.string(),
        v.transform((outside) => printable(outside, maximum)),
      ),
    ),
    undefined,
  );
const stsErrorShape = v.object({
  error: v.optional(v.string()),
  error_description: text(longestDescription),
  error_codes: v.fallback(
    v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999_999)))),
    [],
  ),
  correlation_id: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
  timestamp: text(longestWord),
});
type StsError = v.InferOutput<typeof stsErrorShape>;

/** Statuses of OAuth 2.0 errors, whose only required property is `error` (RFC 6749, 5.2). */
const isOAuth = (status: number) => status === 400 || status === 401;

/** Entra ID's error body; `undefined` for anything else. */
export function readStsError(body: unknown, status: number): StsError | undefined {
  const parsed = v.safeParse(stsErrorShape, body);
  if (!parsed.success || parsed.output.error === undefined) return undefined;
  const { error_description: description, error_codes: codes } = parsed.output;
  const isEntra = description !== undefined || codes.length > 0 || isOAuth(status);
  return isEntra ? parsed.output : undefined;
}

const numbersIn = (outside: string): number[] =>
  [...outside.slice(0, longestDescription).matchAll(/AADSTS(\d{1,8})/g)].map(([, digits]) =>
    Number(digits),
  );

const meaningOf = (all: readonly number[]): Meaning | undefined =>
  all.map((number) => meanings.get(number)).find((meaning) => meaning !== undefined);

function toWords(error: StsError): AzureWords {
  const [number] = error.error_codes;
  // Drops the ids and the time after the message, which have their own fields.
  const message = withoutSecrets(error.error_description?.split('Trace ID:')[0]?.trim() ?? '');
  const time = Date.parse(error.timestamp ?? '');
  const word = printable(error.error ?? '', longestWord);
  return {
    code: number === undefined ? withoutSecrets(word) : `AADSTS${number}`,
    ...(message ? { message } : {}),
    ...(error.correlation_id ? { correlationId: error.correlation_id } : {}),
    ...(Number.isNaN(time) ? {} : { at: new Date(time).toISOString() }),
  };
}

/** The meaning of an error without a known code. */
function meaningOfStatus(status: number): Meaning {
  if (status >= 500) return { code: 'azure_busy' };
  return { code: status === 429 ? 'azure_throttled' : 'sign_in_failed' };
}

/** The problem of a refused sign-in. A response that is not in Entra ID's format comes from a system in between. */
export function entraProblem(body: unknown, status: number, url: string): Problem {
  const error = readStsError(body, status);
  // A failing service responds in JSON, but not always in its own format.
  const isServiceFailure = isRecord(body) && isPassing(status);
  if (!error)
    return isServiceFailure
      ? problemWith(meaningOfStatus(status).code)
      : notAzureProblem(status, url);
  const all = [...error.error_codes, ...numbersIn(error.error_description ?? '')];
  const meaning = meaningOf(all) ?? own(words, error.error) ?? meaningOfStatus(status);
  return problemWith(meaning.code, { field: meaning.field, azure: toWords(error) });
}

/** The same from a library's error message, if there is no response. */
export const entraProblemInText = (outside: string): Problem | undefined => {
  const meaning = meaningOf(numbersIn(outside));
  return meaning && problemWith(meaning.code, { field: meaning.field });
};
