import { randomUUID } from 'node:crypto';
import { cloudNames, type Cloud } from '../hosts';
import type { Reply, SimRequest } from '../http/message';
import { matchPath, param, type PathParams } from '../http/path';
import type { SimulatorState } from '../state';
import { apiVersionRefusal } from './api_versions';
import { refusals } from './arm_error';
import { accountsNamed } from './accounts/account_rules';
import { hasAnyRoleBelow, mayDo, mayDoInAnyGroup } from './authorization/authorization';
import { callerOf } from './authorization/bearer';
import {
  principalName,
  subscriptionId,
  type ArmRoute,
  type SubscriptionCall,
  type TenantCall,
} from './call';
import { settleBin } from './accounts/deleted_accounts';
import { registrationState } from './providers';
import { findGroup, settleGroups } from './resource_groups';
import { lockRefusal } from './locks';
import { armRoutes } from './routes';
import { secondFactorRefusal } from './authorization/second_factor';

const isReply = (value: object): value is Reply => 'status' in value;
const isWrite = (method: string) => method !== 'GET' && method !== 'HEAD';

const findRoute = (request: SimRequest): { route: ArmRoute; params: PathParams } | undefined => {
  for (const route of armRoutes) {
    const params =
      route.method === request.method ? matchPath(route.path, request.url.pathname) : undefined;
    if (params) return { route, params };
  }
  return undefined;
};

/** The subscription in the path: it exists, belongs to the token's directory, and the caller has a role in it. */
function enterSubscription(call: TenantCall): SubscriptionCall | Reply {
  const { state, cloud, params, tenantId, principal } = call;
  const id = param(params, 'subscription').toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    return refusals.subscriptionInvalid(id);
  const subscription = state.world.subscriptions.find((known) => known.subscriptionId === id);
  const tenant = state.world.tenants.find((known) => known.tenantId === subscription?.tenantId);
  if (!subscription || tenant?.cloud !== cloud) return refusals.subscriptionNotFound(id);
  if (subscription.tenantId !== tenantId)
    return refusals.tenantWrong(tenantId, subscription.tenantId, cloudNames[cloud].entra);
  if (!hasAnyRoleBelow(principal, subscriptionId(subscription)))
    return refusals.notAuthorized(
      principalName(principal),
      principal.oid,
      'Microsoft.Resources/subscriptions/read',
      subscriptionId(subscription),
    );
  return { ...call, subscription };
}

/** Permissions are checked at the subscription or, inside a group, at the resource. */
function permissionRefusal(call: SubscriptionCall, route: ArmRoute): Reply | undefined {
  const { principal, request, subscription } = call;
  const scope = subscriptionId(subscription);
  const refused = (action: string, over: string) =>
    refusals.notAuthorized(principalName(principal), principal.oid, action, over);
  if (route.path.includes('/operationResults/') && route.ofProvider) {
    const action = 'Microsoft.CognitiveServices/locations/operationresults/read';
    return mayDoInAnyGroup(principal, action, scope)
      ? undefined
      : refused(action, request.url.pathname);
  }
  const { action } = route;
  if (action === undefined) return undefined;
  const path = request.url.pathname;
  const resource = path
    .replace(/\/(listKeys|resources|models)$/i, '')
    .replace(/\/providers\/Microsoft\.(Authorization|PolicyInsights)\/.*$/i, '');
  const inBin = /\/deletedAccounts\//i.test(path);
  const at = /\/resourceGroups\//i.test(path) && !inBin ? resource : scope;
  return mayDo(principal, action, at) ? undefined : refused(action, at);
}

const onlyRead = /\/(listKeys|checkDomainAvailability|checkPolicyRestrictions)$/;
const changesSomething = (route: ArmRoute): boolean =>
  isWrite(route.method) && !onlyRead.test(route.path);

/** A subscription that is switched off takes no writes. */
const disabledRefusal = ({ subscription }: SubscriptionCall, route: ArmRoute) =>
  changesSomething(route) && ['Warned', 'Disabled', 'Deleted'].includes(subscription.state)
    ? refusals.subscriptionReadOnly(subscription.subscriptionId)
    : undefined;

/** ARM itself answers lists of accounts; the resource provider answers only while it is registered. */
function providerRefusal(call: SubscriptionCall, route: ArmRoute): Reply | undefined {
  const { state, subscription } = call;
  const asksPolicies = route.path.includes('/Microsoft.PolicyInsights/');
  if (asksPolicies && subscription.policyInsights === 'NotRegistered')
    return refusals.providerNotRegistered('Microsoft.PolicyInsights');
  if (!route.ofProvider || registrationState(state, subscription) === 'Registered')
    return undefined;
  const byArm = route.path.endsWith('/accounts') || !state.switches.readsNeedRegistration;
  return byArm && !isWrite(route.method)
    ? undefined
    : refusals.providerNotRegistered('Microsoft.CognitiveServices');
}

/** Goes down the path from the subscription to the account, as deep as the route works. */
async function descend(call: SubscriptionCall, route: ArmRoute): Promise<Reply> {
  if (route.level === 'tenant' || route.level === 'subscription') return route.handle(call);
  const { state, subscription, params } = call;
  const name = param(params, 'group');
  const group = findGroup(state, subscription.subscriptionId, name);
  if (!group) {
    const gone = route.method === 'DELETE' && route.ofProvider;
    return gone ? { status: 204 } : refusals.groupNotFound(name);
  }
  const inside = route.ofProvider === true && isWrite(route.method);
  if (inside && group.deletingUntil !== undefined) return refusals.groupBeingDeleted(name);
  const inGroup = { ...call, group };
  if (route.level === 'group') return route.handle(inGroup);
  const accountName = param(params, 'account');
  const { existing } = accountsNamed(inGroup, accountName);
  if (existing) return route.handle({ ...inGroup, account: existing });
  const nested = params.has('deployment') && route.method === 'PUT';
  return nested
    ? refusals.parentNotFound(accountName)
    : refusals.resourceNotFound('Microsoft.CognitiveServices/accounts', accountName, group.name);
}

async function route(state: SimulatorState, cloud: Cloud, request: SimRequest): Promise<Reply> {
  const caller = callerOf(state, cloud, request);
  if (isReply(caller)) return caller;
  const versionRefusal = apiVersionRefusal(request.url);
  if (versionRefusal) return versionRefusal;
  const found = findRoute(request);
  if (!found) return refusals.noSuchRoute(request.method, request.url.pathname);
  const call: TenantCall = { state, cloud, request, params: found.params, ...caller };
  if (found.route.level === 'tenant') return found.route.handle(call);
  const entered = enterSubscription(call);
  if (isReply(entered)) return entered;
  const refusal =
    permissionRefusal(entered, found.route) ??
    (changesSomething(found.route) ? secondFactorRefusal(entered) : undefined) ??
    disabledRefusal(entered, found.route) ??
    providerRefusal(entered, found.route) ??
    lockRefusal(entered, found.route);
  return refusal ?? descend(entered, found.route);
}

const remaining = (method: string): Record<string, string> => {
  if (method === 'DELETE')
    return {
      'x-ms-ratelimit-remaining-subscription-deletes': '199',
      'x-ms-ratelimit-remaining-subscription-global-deletes': '2999',
    };
  return isWrite(method)
    ? {
        'x-ms-ratelimit-remaining-subscription-writes': '199',
        'x-ms-ratelimit-remaining-subscription-global-writes': '2999',
      }
    : {
        'x-ms-ratelimit-remaining-subscription-reads': '249',
        'x-ms-ratelimit-remaining-subscription-global-reads': '3749',
      };
};

/** Azure Resource Manager with the one resource provider that matters here. */
export async function answerArm(
  state: SimulatorState,
  cloud: Cloud,
  request: SimRequest,
): Promise<Reply> {
  settleGroups(state);
  settleBin(state);
  const reply = await route(state, cloud, request);
  const id = randomUUID();
  const own = request.headers['x-ms-client-request-id'];
  const echo = request.headers['x-ms-return-client-request-id'] === 'true';
  return {
    ...reply,
    headers: {
      ...remaining(request.method),
      ...(reply.status === 401
        ? {
            'www-authenticate': `Bearer authorization_uri="https://${cloudNames[cloud].entra}/", error="invalid_token", error_description="The authentication failed."`,
          }
        : {}),
      ...(echo && typeof own === 'string' ? { 'x-ms-client-request-id': own } : {}),
      'x-ms-request-id': randomUUID(),
      'x-ms-correlation-request-id': id,
      'x-ms-routing-request-id': `WESTEUROPE:${new Date().toISOString()}:${id}`,
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      ...reply.headers,
    },
  };
}
