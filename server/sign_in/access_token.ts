import * as v from 'valibot';
import { SetupError, type ProblemCode } from '../../common/problem';
import type { Cloud } from '../../common/sign_in';
import { clouds } from '../azure/clouds';

/** What an access token says of itself. */
export interface TokenFacts {
  tenantId: string;
  /** User principal name, or the application's id. */
  who: string;
  expiresAt: Date;
}

/** The end of the year 9999, in seconds: what calendars and the seal can still hold. */
const lastSecond = 253_402_300_799;

const maybe = v.fallback(v.optional(v.string()), undefined);
const claimsShape = v.object({
  aud: v.string(),
  tid: v.pipe(v.string(), v.uuid()),
  exp: v.pipe(v.number(), v.minValue(0), v.maxValue(lastSecond)),
  upn: maybe,
  unique_name: maybe,
  preferred_username: maybe,
  appid: maybe,
  azp: maybe,
  oid: maybe,
});

/** A setup takes minutes; a token that dies before is not worth beginning with. */
const shortestLifeMs = 5 * 60_000;

const refuse = (code: ProblemCode, field: string): never => {
  throw new SetupError({ code, field });
};

/** A JWT and nothing around it: it becomes a header, where a line break would be an error of its own. */
const jwt = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

function claimsOf(accessToken: string): v.InferOutput<typeof claimsShape> | undefined {
  const payload = jwt.exec(accessToken)?.[1];
  if (payload === undefined) return undefined;
  try {
    return v.parse(claimsShape, JSON.parse(Buffer.from(payload, 'base64url').toString()));
  } catch {
    return undefined;
  }
}

const isFor = (cloud: Cloud, audience: string): boolean =>
  clouds[cloud].audiences.includes(audience.replace(/\/$/, ''));

const cloudNames: readonly Cloud[] = ['public', 'usGovernment', 'china'];

/**
 * Reads a token without verifying it, which is Azure's business: this only spares a person the wait
 * for a refusal. Throws a problem about the field `accessToken` or `cloud`.
 */
export function readAccessToken(accessToken: string, cloud: Cloud, now: number): TokenFacts {
  const claims = claimsOf(accessToken) ?? refuse('token_malformed', 'accessToken');
  if (!isFor(cloud, claims.aud)) {
    const elsewhere = cloudNames.some((other) => isFor(other, claims.aud));
    if (elsewhere) refuse('sign_in_wrong_cloud', 'cloud');
    refuse('token_wrong_audience', 'accessToken');
  }
  const expiresAt = new Date(claims.exp * 1_000);
  if (expiresAt.getTime() - now < shortestLifeMs) refuse('token_expired', 'accessToken');
  const { upn, unique_name: name, preferred_username: preferred, appid, azp, oid } = claims;
  const who = upn ?? name ?? preferred ?? appid ?? azp ?? oid ?? '';
  return { tenantId: claims.tid, who, expiresAt };
}
