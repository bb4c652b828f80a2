import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { finite, object } from '../../shapes';
import { cloudNames, type Cloud } from '../hosts';
import { secretMarker } from '../worlds/keys';
import type { Principal, SimUser } from '../worlds/world';

interface TokenRequest {
  principal: Principal;
  tenantId: string;
  /** The resource that the token is for. */
  audience: string;
  clientId: string;
  /** Authentication contexts that the sign-in satisfied, such as `p1`. */
  acrs?: readonly string[];
  /** Epoch milliseconds. */
  issuedAt: number;
  expiresAt: number;
}

const claimsSchema = object({
  aud: v.string(),
  tid: v.string(),
  oid: v.string(),
  exp: finite,
  acrs: v.optional(v.array(v.string())),
});
export type Claims = v.InferOutput<typeof claimsSchema>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const seal = (text: string) => {
  const mac = createHmac('sha256', 'the simulator signs for itself').update(text);
  return `${secretMarker}-token-${mac.digest('base64url')}`;
};

/** A token that looks like Entra ID's; only the simulator can tell that it signed it. */
export function makeJwt(claims: Record<string, unknown>): string {
  const unsigned = `${encode({ typ: 'JWT', alg: 'RS256', kid: 'simulator' })}.${encode(claims)}`;
  return `${unsigned}.${seal(unsigned)}`;
}

const issuerOf = (tenantId: string) => `https://sts.windows.net/${tenantId}/`;

/** The methods of the sign-in: a second factor only where a challenge demands it, for those who have it so. */
const amrOf = ({ secondFactor }: SimUser, acrs: readonly string[]): string[] =>
  secondFactor === 'on_challenge' && acrs.length === 0 ? ['pwd'] : ['pwd', 'mfa'];

/** A guest has no principal name in the directory, but a directory to come from. */
function nameIn(tenantId: string, { upn, tenantIds: [home = tenantId] }: SimUser) {
  return home === tenantId ? { upn, unique_name: upn } : { unique_name: upn, idp: issuerOf(home) };
}

export function makeAccessToken(request: TokenRequest): string {
  const { principal, tenantId, audience, clientId, acrs = [] } = request;
  const issuedAt = Math.floor(request.issuedAt / 1_000);
  const person =
    principal.kind === 'user'
      ? {
          ...nameIn(tenantId, principal),
          name: principal.displayName,
          scp: 'user_impersonation',
          idtyp: 'user',
          amr: amrOf(principal, acrs),
          ...(acrs.length > 0 && { acrs }),
        }
      : { idtyp: 'app' };
  return makeJwt({
    aud: audience,
    iss: issuerOf(tenantId),
    iat: issuedAt,
    nbf: issuedAt,
    exp: Math.floor(request.expiresAt / 1_000),
    appid: clientId,
    oid: principal.oid,
    sub: principal.oid,
    tid: tenantId,
    ver: '1.0',
    ...person,
  });
}

/** The claims of a token that this simulator issued; undefined for anything else. */
export function readAccessToken(token: string): Claims | undefined {
  const [header = '', payload = '', signature] = token.split('.');
  if (signature !== seal(`${header}.${payload}`)) return undefined;
  try {
    const parsed = v.safeParse(
      claimsSchema,
      JSON.parse(Buffer.from(payload, 'base64url').toString()),
    );
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

const withoutSlash = (resource: string) => resource.replace(/\/+$/, '').toLowerCase();

export const isAudience = (cloud: Cloud, plane: 'arm' | 'data', audience: string): boolean =>
  cloudNames[cloud][`${plane}Audiences`].some((known) => known === withoutSlash(audience));

/** The resource that a scope list asks for, or undefined when the cloud has none of that name. */
export function audienceOf(cloud: Cloud, scope: string): string | undefined {
  const resource = scope
    .split(/\s+/)
    .find((part) => part.includes('/'))
    ?.replace(/\/[^/]+$/, '');
  if (resource === undefined) return undefined;
  return isAudience(cloud, 'arm', resource) || isAudience(cloud, 'data', resource)
    ? resource.replace(/\/+$/, '')
    : undefined;
}
