import * as v from 'valibot';
import { guid } from '../../../common/fields';
import { parseJson } from '../../../common/values/json';
import { problemWith, SetupError, type ProblemCode } from '../../../common/problem';
import { cloudSchema, type Cloud, type SignInField } from '../../../common/sign_in';
import { clouds } from '../azure/clouds';
import { printable } from './printable';

/** A user or an application in the directory of the token. */
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
  /** The principal that roles are assigned to; absent where the token does not tell. */
  principal?: Principal;
  /** A person's, issued without a second factor; absent where the token does not tell. */
  secondFactor?: 'absent';
}

/** The end of the year 9999, in seconds: what calendars and the seal can still hold. */
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
  /** Of guests: the directory they come from. */
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

/** The longest user principal name: 64 characters, `@`, 48 of the domain; here with room to spare. */
const longestName = 256;

/** A setup takes minutes; a token that dies before is not worth beginning with. */
const shortestLifeMs = 5 * 60_000;

const refuse = (code: ProblemCode, field: SignInField): never => {
  throw new SetupError(problemWith(code, { field }));
};

/** A JWT and nothing around it: it becomes a header, where a line break would be an error of its own. */
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
 * Reads a token without verifying it, which is Azure's business: this only spares a person the wait
 * for a refusal. Throws a problem about the field `accessToken` or `cloud`.
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

/** A guest's name here is the one of another directory, or has `#EXT#` in it. */
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

/** Entra ID's words for a second factor; `ngcmfa` is Windows Hello's. */
const hasSecondFactor = ({ amr, acrs }: Claims): boolean =>
  acrs.includes('p1') || amr.includes('mfa') || amr.includes('ngcmfa');

/** Applications have no `amr`, and neither have tokens of version 2: they do not tell. */
const lacksSecondFactor = (claims: Claims): boolean =>
  claims.amr.length > 0 && !hasSecondFactor(claims);

/** True unless the token shows that it does not answer the claims challenge. */
export function answersChallenge(accessToken: string, challenge: string): boolean {
  const claims = claimsOf(accessToken);
  const { access_token: wanted } = v.parse(challengeShape, JSON.parse(challenge));
  const contexts = wanted.acrs?.values ?? [];
  if (!claims || contexts.length === 0) return true;
  if (contexts.includes('p1') && hasSecondFactor(claims)) return true;
  return contexts.some((context) => claims.acrs.includes(context));
}

/** The service principal that an application's token is for. Throws `sign_in_failed` if the token is not one. */
export function principalIdIn(accessToken: string, tenantId: string): string {
  const claims = claimsOf(accessToken);
  if (claims && v.is(guid, claims.oid) && claims.tid === tenantId) return claims.oid;
  throw new SetupError({ code: 'sign_in_failed' });
}
