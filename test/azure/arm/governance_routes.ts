import {
  accountPermissions,
  groupPermissions,
  subscriptionPermissions,
} from './authorization/authorization';
import type { ArmRoute } from './call';
import { listAccountLocks, listGroupLocks, listSubscriptionLocks } from './locks';
import { getPolicyAssignment, getPolicyDefinition } from './policies/policy_names';
import { checkPolicyRestrictions } from './policies/policy_restrictions';
import { roleAssignmentRoutes } from './authorization/role_assignments';
import { account, group, lockRight, locks, on, policies, policyRight, sub } from './route_parts';

/** Permissions, locks and policies. */
export const governanceRoutes: readonly ArmRoute[] = [
  ...roleAssignmentRoutes,
  {
    ...on('GET', `${sub}/providers/Microsoft.Authorization/permissions`, undefined),
    level: 'subscription',
    handle: subscriptionPermissions,
  },
  {
    ...on('GET', `${sub}${locks}`, lockRight),
    level: 'subscription',
    handle: listSubscriptionLocks,
  },
  {
    ...on('POST', `${sub}${policies}`, policyRight),
    level: 'subscription',
    handle: checkPolicyRestrictions,
  },
  {
    ...on('GET', `${group}/providers/Microsoft.Authorization/permissions`, undefined),
    level: 'group',
    handle: groupPermissions,
  },
  { ...on('GET', `${group}${locks}`, lockRight), level: 'group', handle: listGroupLocks },
  {
    ...on('GET', `${account}/providers/Microsoft.Authorization/permissions`, undefined),
    level: 'account',
    handle: accountPermissions,
  },
  { ...on('GET', `${account}${locks}`, lockRight), level: 'account', handle: listAccountLocks },
  {
    ...on('POST', `${group}${policies}`, policyRight),
    level: 'group',
    handle: checkPolicyRestrictions,
  },
  {
    ...on(
      'GET',
      `${sub}/providers/Microsoft.Authorization/policyAssignments/:policy`,
      'Microsoft.Authorization/policyAssignments/read',
    ),
    level: 'subscription',
    handle: getPolicyAssignment,
  },
  {
    method: 'GET',
    path: '/providers/Microsoft.Authorization/policyDefinitions/:policy',
    level: 'tenant',
    handle: getPolicyDefinition,
  },
];
