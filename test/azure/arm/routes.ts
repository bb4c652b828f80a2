import {
  deleteAccount,
  getAccount,
  listAccounts,
  listGroupAccounts,
  listKeys,
  patchAccount,
  putAccount,
} from './accounts/accounts';
import type { ArmRoute } from './call';
import { getDeleted, listDeleted, purge } from './accounts/deleted_accounts';
import {
  deleteDeployment,
  getDeployment,
  listDeployments,
  patchDeployment,
  putDeployment,
} from './accounts/deployments/deployments';
import { governanceRoutes } from './governance_routes';
import {
  listAccountModels,
  listModelCapacities,
  listModels,
  listSkus,
} from './accounts/deployments/models';
import { getOperation } from './operations';
import { getProvider, registerProvider } from './providers';
import { listUsages } from './accounts/deployments/quota';
import {
  account,
  accountRight,
  bin,
  binRight,
  cs,
  csRight,
  deployment,
  group,
  groupRight,
  on,
  provider,
  sub,
  groupDone,
} from './route_parts';
import {
  deleteGroup,
  getGroup,
  groupExists,
  groupOperation,
  listGroupResources,
  listGroups,
  putGroup,
} from './resource_groups';
import { checkDomainAvailability } from './accounts/subdomains';
import { getSubscription, listLocations, listSubscriptions, listTenants } from './subscriptions';

type Handle<Level> = Extract<ArmRoute, { level: Level }>['handle'];
const inSubscription = (
  method: string,
  path: string,
  action: string | undefined,
  handle: Handle<'subscription'>,
): ArmRoute => ({ ...on(method, path, action), level: 'subscription', handle });
const inGroup = (
  method: string,
  path: string,
  action: string | undefined,
  handle: Handle<'group'>,
): ArmRoute => ({ ...on(method, path, action), level: 'group', handle });
const inAccount = (
  method: string,
  path: string,
  action: string | undefined,
  handle: Handle<'account'>,
): ArmRoute => ({ ...on(method, path, action), level: 'account', handle });

const subscriptionRoutes: readonly ArmRoute[] = [
  inSubscription('GET', sub, undefined, getSubscription),
  inSubscription('GET', `${sub}/locations`, undefined, listLocations),
  inSubscription('GET', `${sub}/resourceGroups`, undefined, listGroups),
  inSubscription('PUT', group, `${groupRight}/write`, putGroup),
  inSubscription('GET', groupDone, undefined, groupOperation),
  inSubscription(
    'GET',
    `${sub}/providers/:namespace`,
    'Microsoft.Resources/subscriptions/providers/read',
    getProvider,
  ),
  inSubscription(
    'POST',
    `${sub}/providers/:namespace/register`,
    `${csRight}/register/action`,
    registerProvider,
  ),
  inSubscription('GET', `${cs}/accounts`, undefined, listAccounts),
  inSubscription('GET', `${cs}/skus`, `${csRight}/skus/read`, listSkus),
  inSubscription('GET', `${cs}/deletedAccounts`, `${csRight}/deletedAccounts/read`, listDeleted),
  inSubscription(
    'POST',
    `${cs}/checkDomainAvailability`,
    `${csRight}/checkDomainAvailability/action`,
    checkDomainAvailability,
  ),
  inSubscription(
    'GET',
    `${cs}/locations/:location/models`,
    `${csRight}/locations/models/read`,
    listModels,
  ),
  inSubscription(
    'GET',
    `${cs}/locations/:location/usages`,
    `${csRight}/locations/usages/read`,
    listUsages,
  ),
  inSubscription(
    'GET',
    `${cs}/modelCapacities`,
    `${csRight}/modelCapacities/read`,
    listModelCapacities,
  ),
  inSubscription(
    'GET',
    `${cs}/locations/:location/operationResults/:operation`,
    undefined,
    getOperation,
  ),
  inSubscription('GET', bin, `${binRight}/read`, getDeleted),
  inSubscription('DELETE', bin, `${binRight}/delete`, purge),
];

const groupRoutes: readonly ArmRoute[] = [
  inGroup('GET', group, `${groupRight}/read`, getGroup),
  inGroup('HEAD', group, `${groupRight}/read`, groupExists),
  inGroup('DELETE', group, `${groupRight}/delete`, deleteGroup),
  inGroup('GET', `${group}/resources`, `${groupRight}/resources/read`, listGroupResources),
  inGroup('GET', `${group}${provider}/accounts`, undefined, listGroupAccounts),
  inGroup('PUT', account, `${accountRight}/write`, putAccount),
  inGroup('DELETE', account, `${accountRight}/delete`, deleteAccount),
];

const accountRoutes: readonly ArmRoute[] = [
  inAccount('GET', account, `${accountRight}/read`, getAccount),
  inAccount('PATCH', account, `${accountRight}/write`, patchAccount),
  inAccount('POST', `${account}/listKeys`, `${accountRight}/listKeys/action`, listKeys),
  inAccount('GET', `${account}/models`, `${accountRight}/models/read`, listAccountModels),
  inAccount('GET', `${account}/deployments`, `${accountRight}/deployments/read`, listDeployments),
  inAccount('GET', deployment, `${accountRight}/deployments/read`, getDeployment),
  inAccount('PUT', deployment, `${accountRight}/deployments/write`, putDeployment),
  inAccount('PATCH', deployment, `${accountRight}/deployments/write`, patchDeployment),
  inAccount('DELETE', deployment, `${accountRight}/deployments/delete`, deleteDeployment),
];

/** All routes of the simulated ARM; the first match counts. */
export const armRoutes: readonly ArmRoute[] = [
  { method: 'GET', path: '/tenants', level: 'tenant', handle: listTenants },
  { method: 'GET', path: '/subscriptions', level: 'tenant', handle: listSubscriptions },
  ...governanceRoutes,
  ...subscriptionRoutes,
  ...groupRoutes,
  ...accountRoutes,
];
