import * as v from 'valibot';
import { guid } from '../../../common/fields';
import { parseJson } from '../../../common/values/json';
import { problemWith, SetupError, type ProblemCode } from '../../../common/problem';
import { cloudSchema, type Cloud, type SignInField } from '../../../common/sign_in';
import { clouds } from '../azure/clouds';
import { printable } from './printable';

/** A user or an application in the token's tenant. */
export interface Principal {
  /** The user principal name of a member; the object id of a guest or an application. */
  id: string;
  name: string;
  type: 'User' | 'ServicePrincipal';
}

/** The claims of an access token. */
export interface TokenFacts {
  tenantId: string;
  /** User principal name, or the application's id. */
  who: string;
  expiresAt: Date;
  /** The principal for role assignments; absent if the token lacks it. */
  principal?: Principal;
  /** Set for a user's token without a second factor; undefined if unknown. */
  secondFactor?: 'absent';
}

/** The end of the year 9999, in seconds, the maximum for dates and the seal. */
const lastSecond = 253_402_300_799;

const maybe = v.fallback(v.optional(v.string()), undefined);
/** Absent, a list, or one name. */
const names = v.fallback(
  v.union([
    v.array(v.string()),
    v.pipe(
      v.string(),
      v.transform((name) => [name]),
    ),
  ]),
  [],
);
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
  idtyp: maybe,
  scp: maybe,
  /** The home tenant of a guest. */
  idp: maybe,
  amr: names,
  acrs: names,
});
type Claims = v.InferOutput<typeof claimsShape>;

const challengeShape = v.object({
  access_token: v.object({
    acrs: v.fallback(v.optional(v.object({ values: v.optional(v.array(v.string())) })), undefined),
  }),
});

/** User principal names have up to 113 characters: 64, `@` and 48 for the domain. */
const longestName = 256;

/** Setup takes minutes, so a token must last at least this long. */
const shortestLifeMs = 5 * 60_000;

const refuse = (code: ProblemCode, field: SignInField): never => {
  throw new SetupError(problemWith(code, { field }));
};

/** Only a JWT, because it becomes a header value, which cannot contain line breaks. */
const jwt = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

function claimsOf(accessToken: string): Claims | undefined {
  const payload = jwt.exec(accessToken)?.[1];
  if (payload === undefined) return undefined;
  const read = v.safeParse(claimsShape, parseJson(Buffer.from(payload, 'base64url').toString()));
  return read.success ? read.output : undefined;
}

const isFor = (cloud: Cloud, audience: string): boolean =>
  clouds[cloud].audiences.includes(audience.replace(/\/$/, ''));

/**
 * Reads a token without verifying it, to report an invalid one early; Azure verifies it. Throws a problem of the field
 * `accessToken` or `cloud`.
 */
export function readAccessToken(accessToken: string, cloud: Cloud, now: number): TokenFacts {
  const claims = claimsOf(accessToken) ?? refuse('token_malformed', 'accessToken');
  if (!isFor(cloud, claims.aud)) {
    const elsewhere = cloudSchema.options.some((other) => isFor(other, claims.aud));
    if (elsewhere) refuse('sign_in_wrong_cloud', 'cloud');
    refuse('token_wrong_audience', 'accessToken');
  }
  const expiresAt = new Date(claims.exp * 1_000);
  if (expiresAt.getTime() - now < shortestLifeMs) refuse('token_expired', 'accessToken');
  const { upn, unique_name: name, preferred_username: preferred, appid, azp, oid } = claims;
  const who = printable(upn ?? name ?? preferred ?? appid ?? azp ?? oid ?? '', longestName);
  const principal = principalOf(claims, who);
  const facts = { tenantId: claims.tid, who, expiresAt, ...(principal && { principal }) };
  return lacksSecondFactor(claims) ? { ...facts, secondFactor: 'absent' } : facts;
}

/** A guest's name is from another tenant, or contains `#EXT#`. */
const isMember = ({ upn, tid, idp }: Claims): boolean =>
  upn !== undefined && !upn.includes('#') && (idp === undefined || idp.includes(tid));

function principalOf(claims: Claims, name: string): Principal | undefined {
  const { idtyp, scp, oid } = claims;
  const isApp =
    idtyp === undefined ? scp === undefined && claims.upn === undefined : idtyp === 'app';
  if (!isApp && isMember(claims)) return { id: name, name, type: 'User' };
  if (!v.is(guid, oid)) return undefined;
  return { id: oid, name, type: isApp ? 'ServicePrincipal' : 'User' };
}

/** Values of `amr` for a second factor; `ngcmfa` is Windows Hello. */
const hasSecondFactor = ({ amr, acrs }: Claims): boolean =>
  acrs.includes('p1') || amr.includes('mfa') || amr.includes('ngcmfa');

/** Tokens of applications and of version 2 have no `amr`. */
const lacksSecondFactor = (claims: Claims): boolean =>
  claims.amr.length > 0 && !hasSecondFactor(claims);

/** False if the token does not satisfy the claims challenge. */
export function answersChallenge(accessToken: string, challenge: string): boolean {
  const claims = claimsOf(accessToken);
  const { access_token: wanted } = v.parse(challengeShape, JSON.parse(challenge));
  const contexts = wanted.acrs?.values ?? [];
  if (!claims || contexts.length === 0) return true;
  if (contexts.includes('p1') && hasSecondFactor(claims)) return true;
  return contexts.some((context) => claims.acrs.includes(context));
}

/** The service principal of an application's token. Throws `sign_in_failed` for other tokens. */
export function principalIdIn(accessToken: string, tenantId: string): string {
  const claims = claimsOf(accessToken);
  if (claims && v.is(guid, claims.oid) && claims.tid === tenantId) return claims.oid;
  throw new SetupError({ code: 'sign_in_failed' });
}
