import { randomUUID } from 'node:crypto';
import { cloudNames, type Cloud } from '../hosts';
import { ok, type Reply, type SimRequest } from '../http/message';
import { matchPath, param } from '../http/path';
import type { SimulatorState } from '../state';
import { audienceOf } from './access_token';
import { acrsIn } from './claims';
import { deviceLifeMs, startDeviceGrant } from './device_grants';
import { chooseTenant, findApp, isReply, nameOf, type TenantChoice } from './directory';
import { clientCredentials, deviceCode, refresh, type TokenCall } from './grants';
import { stsError } from '../sts_errors';

interface EntraCall {
  state: SimulatorState;
  cloud: Cloud;
  /** As in the URL. */
  tenant: string;
  choice: TenantChoice;
  form: URLSearchParams;
}

const grants: Readonly<Record<string, (call: TokenCall) => Reply>> = {
  client_credentials: clientCredentials,
  device_code: deviceCode,
  'urn:ietf:params:oauth:grant-type:device_code': deviceCode,
  refresh_token: refresh,
};

function token({ state, cloud, choice, form }: EntraCall): Reply {
  const grantType = form.get('grant_type');
  if (grantType === null) return stsError(900144, 'grant_type');
  const grant = grants[grantType];
  if (!grant) return stsError(70003, grantType);
  const clientId = form.get('client_id');
  if (clientId === null) return stsError(900144, 'client_id');
  const app = findApp(state, clientId, choice);
  if (!app) return stsError(700016, clientId, nameOf(choice));
  return grant({ state, cloud, choice, app, form });
}

const verificationUris: Record<Cloud, string> = {
  public: 'https://microsoft.com/devicelogin',
  usGovernment: 'https://microsoft.com/deviceloginus',
  china: 'https://microsoft.com/deviceloginchina',
};

function startDevice({ state, cloud, choice, tenant, form }: EntraCall): Reply {
  const clientId = form.get('client_id');
  if (clientId === null) return stsError(900144, 'client_id');
  const scope = form.get('scope');
  if (scope === null) return stsError(900144, 'scope');
  const app = findApp(state, clientId, choice);
  if (!app) return stsError(700016, clientId, nameOf(choice));
  if (audienceOf(cloud, scope) === undefined) return stsError(500011, scope, nameOf(choice));
  const claims = form.get('claims') ?? undefined;
  if (claims !== undefined && acrsIn(claims) === undefined) return stsError(90014, 'claims');
  const grant = startDeviceGrant(state, { clientId: app.clientId, scope, tenant, claims });
  const page = verificationUris[cloud];
  return ok({
    user_code: grant.userCode,
    device_code: grant.deviceCode,
    verification_uri: page,
    expires_in: deviceLifeMs / 1_000,
    interval: Math.max(1, Math.round(state.delays.devicePollMs / 1_000)),
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${grant.userCode} to authenticate.`,
  });
}

const openIdConfiguration = ({ cloud, choice, tenant }: EntraCall): Reply => {
  const base = `https://${cloudNames[cloud].entra}`;
  const id = choice.kind === 'one' ? choice.tenant.tenantId : '{tenantid}';
  const oauth = `${base}/${tenant}/oauth2/v2.0`;
  return ok({
    issuer: `${base}/${id}/v2.0`,
    authorization_endpoint: `${oauth}/authorize`,
    token_endpoint: `${oauth}/token`,
    device_authorization_endpoint: `${oauth}/devicecode`,
    end_session_endpoint: `${oauth}/logout`,
    jwks_uri: `${base}/${tenant}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    tenant_region_scope: 'EU',
  });
};

/** Entra ID's list of its own hosts; it is the same on each of them. */
const instanceDiscovery = (cloud: Cloud): Reply => {
  const host = cloudNames[cloud].entra;
  const entra = Object.values(cloudNames).map((names) => names.entra);
  return ok({
    tenant_discovery_endpoint: `https://${host}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: entra.map((name) => ({
      preferred_network: name,
      preferred_cache: name === 'login.microsoftonline.com' ? 'login.windows.net' : name,
      aliases: name === 'login.microsoftonline.com' ? [name, 'login.windows.net'] : [name],
    })),
  });
};

const routes = [
  { method: 'POST', path: '/:tenant/oauth2/v2.0/token', handle: token },
  { method: 'POST', path: '/:tenant/oauth2/v2.0/devicecode', handle: startDevice },
  {
    method: 'GET',
    path: '/:tenant/v2.0/.well-known/openid-configuration',
    handle: openIdConfiguration,
  },
] as const;

function route(state: SimulatorState, cloud: Cloud, request: SimRequest): Reply {
  if (matchPath('/common/discovery/instance', request.url.pathname))
    return instanceDiscovery(cloud);
  for (const { method, path, handle } of routes) {
    const params = method === request.method ? matchPath(path, request.url.pathname) : undefined;
    if (!params) continue;
    const tenant = param(params, 'tenant');
    const choice = chooseTenant(state, cloud, tenant);
    if (isReply(choice)) return choice;
    return handle({ state, cloud, tenant, choice, form: new URLSearchParams(request.body) });
  }
  return { status: 404, text: '' };
}

/** Entra ID: token and device-code endpoints, and the documents that lead to them. */
export function answerEntra(state: SimulatorState, cloud: Cloud, request: SimRequest): Reply {
  const reply = route(state, cloud, request);
  return {
    ...reply,
    headers: { ...reply.headers, 'x-ms-request-id': randomUUID(), 'cache-control': 'no-store' },
  };
}
