import {
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  isRestError,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import * as v from 'valibot';
import { SetupError } from '../../../common/problem';
import { cloudSchema, longestToken, type Cloud } from '../../../common/sign_in';
import { parseJson } from '../../../common/values/json';
import { clouds } from '../azure/clouds';
import { connectionProblem, hostRefused } from '../azure/http/transport_errors';
import { entraProblem, readStsError } from './entra_errors';

/** The sealed state of a device code, which the page keeps. */
export const deviceGrantShape = v.object({
  cloud: cloudSchema,
  tenant: v.string(),
  deviceCode: v.string(),
  /** Entra ID needs the claims challenge in both requests. */
  claims: v.optional(v.string()),
  /** Seconds. */
  interval: v.number(),
});
type DeviceGrant = v.InferOutput<typeof deviceGrantShape>;

interface StartedDeviceCode {
  grant: DeviceGrant;
  userCode: string;
  verificationUri: string;
  expiresInSeconds: number;
}

/** Still waiting for the person, or done. */
type DevicePoll = { status: 'pending'; interval: number } | { accessToken: string };

/** Entra ID returns numbers as numbers or strings. */
const number = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.number(),
  v.minValue(1),
  v.maxValue(86_400),
);
/** RFC 8628: 5 seconds by default, plus 5 for each `slow_down`. */
const longestIntervalSeconds = 60;
/** Entra ID's have about 200 characters; a sealed one must fit into a request body. */
const longestDeviceCode = 4_096;
const startShape = v.object({
  device_code: v.pipe(v.string(), v.minLength(1), v.maxLength(longestDeviceCode)),
  /** Nine letters and digits for a person to enter. */
  user_code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{4,20}$/)),
  verification_uri: v.pipe(v.string(), v.maxLength(200), v.url()),
  expires_in: number,
  interval: v.fallback(v.pipe(number, v.maxValue(longestIntervalSeconds)), 5),
});
const tokenShape = v.object({ access_token: v.pipe(v.string(), v.maxLength(longestToken)) });

/** Time limit for one call with one retry. */
const longestCallMs = 40_000;

/** RFC 8628, 3.5: what `slow_down` adds to the interval. */
const slowDownSeconds = 5;

async function post(
  httpClient: HttpClient,
  { cloud, tenant }: { cloud: Cloud; tenant: string },
  endpoint: 'devicecode' | 'token',
  form: Record<string, string>,
) {
  const url = `${clouds[cloud].authority}/${encodeURIComponent(tenant)}/oauth2/v2.0/${endpoint}`;
  const pipeline = createPipelineFromOptions({ retryOptions: { maxRetries: 1 } });
  const abortSignal = AbortSignal.timeout(longestCallMs);
  const request = createPipelineRequest({
    method: 'POST',
    url,
    headers: createHttpHeaders({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    }),
    body: new URLSearchParams(form).toString(),
    abortSignal,
  });
  try {
    const { status, bodyAsText } = await pipeline.sendRequest(httpClient, request);
    return { status, body: parseJson(bodyAsText), url };
  } catch (error) {
    const failed = isRestError(error) || abortSignal.aborted;
    throw failed ? new SetupError(connectionProblem(error, url)) : error;
  }
}

/** Parses a successful response; throws a problem for an invalid one. */
function read<T>(
  shape: v.GenericSchema<unknown, T>,
  { status, body, url }: { status: number; body: unknown; url: string },
): T {
  const parsed = v.safeParse(shape, body);
  if (status === 200 && parsed.success) return parsed.output;
  throw new SetupError(entraProblem(body, status, url));
}

/** Only Microsoft's own pages are shown for entering a code. */
function checkPage(cloud: Cloud, uri: string): string {
  const page = uri.replace(/\/$/, '');
  if (!clouds[cloud].deviceLogin.includes(page)) throw hostRefused(uri);
  return page;
}

/** Requests a code. The scope lacks `offline_access`, so no refresh token is issued. */
export async function startDeviceCode(
  httpClient: HttpClient,
  where: { cloud: Cloud; tenant?: string; clientId: string; claims?: string },
): Promise<StartedDeviceCode> {
  const { cloud, tenant = 'organizations', clientId, claims } = where;
  const scope = `${clouds[cloud].audiences[0]}/.default`;
  const challenge: Record<string, string> = claims === undefined ? {} : { claims };
  const form = { client_id: clientId, scope, ...challenge };
  const answer = read(startShape, await post(httpClient, { cloud, tenant }, 'devicecode', form));
  return {
    grant: {
      cloud,
      tenant,
      deviceCode: answer.device_code,
      interval: answer.interval,
      ...challenge,
    },
    userCode: answer.user_code,
    verificationUri: checkPage(cloud, answer.verification_uri),
    expiresInSeconds: answer.expires_in,
  };
}

/** Polls once. */
export async function pollDeviceCode(
  httpClient: HttpClient,
  grant: DeviceGrant,
  clientId: string,
): Promise<DevicePoll> {
  const answer = await post(httpClient, grant, 'token', {
    client_id: clientId,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: grant.deviceCode,
    ...(grant.claims === undefined ? {} : { claims: grant.claims }),
  });
  const word = readStsError(answer.body, answer.status)?.error;
  if (word === 'authorization_pending') return { status: 'pending', interval: grant.interval };
  if (word === 'slow_down') {
    return { status: 'pending', interval: grant.interval + slowDownSeconds };
  }
  return { accessToken: read(tokenShape, answer).access_token };
}
