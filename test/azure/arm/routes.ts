import {
  deleteAccount,
  getAccount,
  listAccounts,
  listGroupAccounts,
  listKeys,
  patchAccount,
  putAccount,
  regenerateKey,
} from './accounts';
import type { ArmRoute } from './call';
import { getDeleted, listDeleted, purge } from './deleted_accounts';
import {
  deleteDeployment,
  getDeployment,
  listDeployments,
  listDeploymentSkus,
  patchDeployment,
  putDeployment,
} from './deployments';
import { governanceRoutes } from './governance_routes';
import {
  listAccountModels,
  listAccountSkus,
  listModelCapacities,
  listModels,
  listSkus,
} from './models';
import { getOperation } from './operations';
import { getProvider, registerProvider } from './providers';
import { listAccountUsages, listUsages } from './quota';
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
import { checkDomainAvailability, checkSkuAvailability } from './subdomains';
import { getSubscription, listLocations, listSubscriptions, listTenants } from './subscriptions';

const subscriptionRoutes: readonly ArmRoute[] = [
  { ...on('GET', sub, undefined), level: 'subscription', handle: getSubscription },
  { ...on('GET', `${sub}/locations`, undefined), level: 'subscription', handle: listLocations },
  { ...on('GET', `${sub}/resourceGroups`, undefined), level: 'subscription', handle: listGroups },
  { ...on('PUT', group, `${groupRight}/write`), level: 'subscription', handle: putGroup },
  { ...on('GET', groupDone, undefined), level: 'subscription', handle: groupOperation },
  {
    ...on('GET', `${sub}/providers/:namespace`, 'Microsoft.Resources/subscriptions/providers/read'),
    level: 'subscription',
    handle: getProvider,
  },
  {
    ...on('POST', `${sub}/providers/:namespace/register`, `${csRight}/register/action`),
    level: 'subscription',
    handle: registerProvider,
  },
  { ...on('GET', `${cs}/accounts`, undefined), level: 'subscription', handle: listAccounts },
  { ...on('GET', `${cs}/skus`, `${csRight}/skus/read`), level: 'subscription', handle: listSkus },
  {
    ...on('GET', `${cs}/deletedAccounts`, `${csRight}/deletedAccounts/read`),
    level: 'subscription',
    handle: listDeleted,
  },
  {
    ...on('POST', `${cs}/checkDomainAvailability`, `${csRight}/checkDomainAvailability/action`),
    level: 'subscription',
    handle: checkDomainAvailability,
  },
  {
    ...on(
      'POST',
      `${cs}/locations/:location/checkSkuAvailability`,
      `${csRight}/locations/checkSkuAvailability/action`,
    ),
    level: 'subscription',
    handle: checkSkuAvailability,
  },
  {
    ...on('GET', `${cs}/locations/:location/models`, `${csRight}/locations/models/read`),
    level: 'subscription',
    handle: listModels,
  },
  {
    ...on('GET', `${cs}/locations/:location/usages`, `${csRight}/locations/usages/read`),
    level: 'subscription',
    handle: listUsages,
  },
  {
    ...on('GET', `${cs}/modelCapacities`, `${csRight}/modelCapacities/read`),
    level: 'subscription',
    handle: listModelCapacities,
  },
  {
    ...on(
      'GET',
      `${cs}/locations/:location/modelCapacities`,
      `${csRight}/locations/modelCapacities/read`,
    ),
    level: 'subscription',
    handle: listModelCapacities,
  },
  {
    ...on('GET', `${cs}/locations/:location/operationResults/:operation`, undefined),
    level: 'subscription',
    handle: getOperation,
  },
  { ...on('GET', bin, `${binRight}/read`), level: 'subscription', handle: getDeleted },
  { ...on('DELETE', bin, `${binRight}/delete`), level: 'subscription', handle: purge },
];

const groupRoutes: readonly ArmRoute[] = [
  { ...on('GET', group, `${groupRight}/read`), level: 'group', handle: getGroup },
  { ...on('HEAD', group, `${groupRight}/read`), level: 'group', handle: groupExists },
  { ...on('DELETE', group, `${groupRight}/delete`), level: 'group', handle: deleteGroup },
  {
    ...on('GET', `${group}/resources`, `${groupRight}/resources/read`),
    level: 'group',
    handle: listGroupResources,
  },
  {
    ...on('GET', `${group}${provider}/accounts`, undefined),
    level: 'group',
    handle: listGroupAccounts,
  },
  { ...on('PUT', account, `${accountRight}/write`), level: 'group', handle: putAccount },
  { ...on('DELETE', account, `${accountRight}/delete`), level: 'group', handle: deleteAccount },
];

const accountRoutes: readonly ArmRoute[] = [
  { ...on('GET', account, `${accountRight}/read`), level: 'account', handle: getAccount },
  { ...on('PATCH', account, `${accountRight}/write`), level: 'account', handle: patchAccount },
  {
    ...on('POST', `${account}/listKeys`, `${accountRight}/listKeys/action`),
    level: 'account',
    handle: listKeys,
  },
  {
    ...on('POST', `${account}/regenerateKey`, `${accountRight}/regenerateKey/action`),
    level: 'account',
    handle: regenerateKey,
  },
  {
    ...on('GET', `${account}/models`, `${accountRight}/models/read`),
    level: 'account',
    handle: listAccountModels,
  },
  {
    ...on('GET', `${account}/usages`, `${accountRight}/usages/read`),
    level: 'account',
    handle: listAccountUsages,
  },
  {
    ...on('GET', `${account}/skus`, `${accountRight}/skus/read`),
    level: 'account',
    handle: listAccountSkus,
  },
  {
    ...on('GET', `${account}/deployments`, `${accountRight}/deployments/read`),
    level: 'account',
    handle: listDeployments,
  },
  {
    ...on('GET', deployment, `${accountRight}/deployments/read`),
    level: 'account',
    handle: getDeployment,
  },
  {
    ...on('PUT', deployment, `${accountRight}/deployments/write`),
    level: 'account',
    handle: putDeployment,
  },
  {
    ...on('PATCH', deployment, `${accountRight}/deployments/write`),
    level: 'account',
    handle: patchDeployment,
  },
  {
    ...on('DELETE', deployment, `${accountRight}/deployments/delete`),
    level: 'account',
    handle: deleteDeployment,
  },
  {
    ...on('GET', `${deployment}/skus`, `${accountRight}/deployments/read`),
    level: 'account',
    handle: listDeploymentSkus,
  },
];

/** Everything that the simulated ARM can do. The first match counts. */
export const armRoutes: readonly ArmRoute[] = [
  { method: 'GET', path: '/tenants', level: 'tenant', handle: listTenants },
  { method: 'GET', path: '/subscriptions', level: 'tenant', handle: listSubscriptions },
  ...governanceRoutes,
  ...subscriptionRoutes,
  ...groupRoutes,
  ...accountRoutes,
];
