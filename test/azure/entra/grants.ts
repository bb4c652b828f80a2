import { randomBytes } from 'node:crypto';
import type { Cloud } from '../hosts';
import { ok, type Reply } from '../http/message';
import { nowOf, type SimulatorState } from '../state';
import type { Principal, SimApp, SimUser } from '../worlds/world';
import { secretMarker } from '../worlds/keys';
import { audienceOf, makeAccessToken, makeJwt } from './access_token';
import { acrsIn } from './claims';
import type { DeviceGrant } from '../state';
import { findPrincipal, nameOf, type TenantChoice } from './directory';
import { authorizationDeclined, stsError } from '../sts_errors';

/** One call of the token endpoint, its application already found. */
export interface TokenCall {
  state: SimulatorState;
  cloud: Cloud;
  choice: TenantChoice;
  app: SimApp;
  form: URLSearchParams;
}

interface TokenSubject {
  principal: Principal;
  tenantId: string;
  audience: string;
  acrs?: readonly string[];
}

const accessToken = (call: TokenCall, subject: TokenSubject) => {
  const issuedAt = nowOf(call.state);
  const lifeMs = call.state.world.tokenLifeMs;
  const token = makeAccessToken({
    ...subject,
    clientId: call.app.clientId,
    issuedAt,
    expiresAt: issuedAt + lifeMs,
  });
  const seconds = Math.floor(lifeMs / 1_000);
  return {
    token_type: 'Bearer',
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: token,
  };
};

export function clientCredentials(call: TokenCall): Reply {
  const { app, choice, cloud, form } = call;
  if (choice.kind === 'any') return stsError(9001023);
  const given = form.get('client_secret');
  if (given === null) return stsError(7000218);
  const secret = app.secrets.find(({ value }) => value === given);
  if (!secret) return stsError(7000215, app.clientId);
  if (secret.expired) return stsError(7000222, app.clientId);
  const scope = form.get('scope') ?? '';
  if (!/^\S+\/\.default$/.test(scope)) return stsError(70011, scope);
  const audience = audienceOf(cloud, scope);
  if (audience === undefined)
    return stsError(500011, scope.replace(/\/\.default$/, ''), nameOf(choice));
  const { tenantId } = choice.tenant;
  return ok(accessToken(call, { principal: app, tenantId, audience }));
}

const refreshToken = (call: TokenCall, user: SimUser, tenantId: string, scope: string): string => {
  const token = `${secretMarker}-refresh-${randomBytes(48).toString('base64url')}`;
  const { clientId } = call.app;
  call.state.refreshTokens.set(token, { oid: user.oid, tenantId, clientId, scope });
  return token;
};

const idToken = (call: TokenCall, user: SimUser, tenantId: string): string => {
  const issuedAt = Math.floor(nowOf(call.state) / 1_000);
  return makeJwt({
    aud: call.app.clientId,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    iat: issuedAt,
    exp: issuedAt + 3_600,
    oid: user.oid,
    sub: user.oid,
    tid: tenantId,
    name: user.displayName,
    preferred_username: user.upn,
    ver: '2.0',
  });
};

/** The tokens of a person: which ones depends on the requested scopes. */
function userTokens(
  call: TokenCall,
  user: SimUser,
  tenantId: string,
  scope: string,
  acrs: readonly string[] = [],
): Reply {
  const audience = audienceOf(call.cloud, scope);
  if (audience === undefined) return stsError(500011, scope, nameOf(call.choice));
  const requested = scope.split(/\s+/);
  const account = Buffer.from(JSON.stringify({ uid: user.oid, utid: tenantId }));
  return ok({
    ...accessToken(call, { principal: user, tenantId, audience, acrs }),
    scope: `${audience}/user_impersonation ${audience}/.default`,
    ...(requested.includes('offline_access')
      ? { refresh_token: refreshToken(call, user, tenantId, scope) }
      : {}),
    ...(requested.includes('openid') ? { id_token: idToken(call, user, tenantId) } : {}),
    ...(call.form.get('client_info') === '1' ? { client_info: account.toString('base64url') } : {}),
  });
}

/** The directory that the person's token is for, or why there is none. */
function userTenant({ choice, state }: TokenCall, user: SimUser): string | undefined {
  if (choice.kind === 'one')
    return user.tenantIds.find((tenantId) => tenantId === choice.tenant.tenantId);
  return user.tenantIds.find((id) => state.world.tenants.some(({ tenantId }) => tenantId === id));
}

/** A challenge counts only if both requests have it: the first for the page, the second for the token. */
function satisfied({ claims }: DeviceGrant, form: URLSearchParams): string[] {
  const again = form.get('claims');
  if (claims === undefined || again === null) return [];
  const wanted = acrsIn(again) ?? [];
  return (acrsIn(claims) ?? []).filter((value) => wanted.includes(value));
}

export function deviceCode(call: TokenCall): Reply {
  const { state, app, form, choice } = call;
  if (!app.publicClient) return stsError(7000218);
  const grant = state.deviceGrants.find(
    (known) => known.deviceCode === form.get('device_code') && known.clientId === app.clientId,
  );
  if (!grant) return stsError(70018);
  if (grant.redeemed) return stsError(70000);
  if (grant.decision === 'expire' || grant.expiresAt <= nowOf(state)) return stsError(70020);
  if (grant.decision === 'decline') return authorizationDeclined();
  const user = state.world.users.find(({ upn }) => upn === grant.upn);
  if (grant.decision === undefined || !user) return stsError(70016);
  const tenantId = userTenant(call, user);
  if (tenantId === undefined) return stsError(50020, user.upn, nameOf(choice));
  if (app.consentMissing) return stsError(65001, app.clientId);
  if (user.refusal) return stsError(user.refusal, audienceOf(call.cloud, grant.scope));
  grant.redeemed = true;
  return userTokens(call, user, tenantId, grant.scope, satisfied(grant, form));
}

export function refresh(call: TokenCall): Reply {
  const { state, app, form } = call;
  const known = state.refreshTokens.get(form.get('refresh_token') ?? '');
  if (!known || known.clientId !== app.clientId) return stsError(70000);
  const user = findPrincipal(state, known.oid);
  if (user?.kind !== 'user') return stsError(700082);
  const tenantId = userTenant(call, user) ?? known.tenantId;
  return userTokens(call, user, tenantId, form.get('scope') ?? known.scope);
}
