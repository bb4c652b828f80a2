import { aGroup, aWorld, withSubscription } from './resources';
import type { SimLock, SimPolicy, WorldState } from './world';

const underPolicy = (description: string, policy: Omit<SimPolicy, 'resourceType'>): WorldState =>
  withSubscription(description, {
    policies: [{ ...policy, resourceType: 'microsoft.cognitiveservices/accounts' }],
  });

const groupsUnderPolicy = (
  description: string,
  policy: Omit<SimPolicy, 'resourceType' | 'effect'>,
): WorldState =>
  withSubscription(description, {
    policies: [
      {
        ...policy,
        effect: 'deny',
        resourceType: 'microsoft.resources/subscriptions/resourcegroups',
      },
    ],
  });

const withLock = (description: string, lock: SimLock): WorldState =>
  aWorld(description, { groups: [aGroup('kibana-openai', 'eastus2', { locks: [lock] })] });

/** Worlds with Azure Policy assignments and locks. */
export const policyWorlds = {
  policy_location: () =>
    underPolicy('Azure Policy allows accounts in Sweden Central and France Central only.', {
      assignmentName: 'allowed-locations',
      displayName: 'Allowed locations',
      effect: 'deny',
      allowedLocations: ['swedencentral', 'francecentral'],
    }),
  policy_tag: () =>
    underPolicy('Azure Policy denies accounts without the tag costCenter.', {
      assignmentName: 'require-cost-center',
      displayName: 'Require a cost center tag',
      effect: 'deny',
      requiredTag: 'costCenter',
    }),
  policy_no_public_access: () =>
    underPolicy('Azure Policy denies accounts that the public network can call.', {
      assignmentName: 'no-public-access',
      displayName: 'Azure AI services should restrict network access',
      effect: 'deny',
      denyPublicAccess: true,
    }),
  policy_no_keys: () =>
    underPolicy('Azure Policy denies accounts that accept API keys.', {
      assignmentName: 'no-keys',
      displayName: 'Azure AI services should have key access disabled',
      effect: 'deny',
      denyKeys: true,
    }),
  policy_modifies_keys: () =>
    underPolicy('Azure Policy quietly switches API keys off on every new account.', {
      assignmentName: 'no-local-auth',
      displayName: 'Disable local authentication',
      effect: 'modify',
    }),
  policy_group_location: () =>
    groupsUnderPolicy('Azure Policy allows resource groups in Sweden Central only.', {
      assignmentName: 'allowed-group-locations',
      displayName: 'Allowed locations for resource groups',
      allowedLocations: ['swedencentral'],
    }),
  policy_group_tag: () =>
    groupsUnderPolicy('Azure Policy denies resource groups without the tag owner.', {
      assignmentName: 'require-owner-on-groups',
      displayName: 'Require a tag on resource groups',
      requiredTag: 'owner',
    }),
  policy_models: () =>
    withSubscription('Azure Policy approves deployments of GPT-5.1 and GPT-5 only.', {
      policies: [
        {
          assignmentName: 'approved-models',
          displayName: 'Deployments should only use approved models',
          effect: 'deny',
          resourceType: 'microsoft.cognitiveservices/accounts/deployments',
          approvedModels: ['gpt-5.1', 'gpt-5'],
        },
      ],
    }),
  subscription_locked: () =>
    withSubscription('The whole subscription is locked read-only.', {
      locks: [{ name: 'closed', level: 'ReadOnly' }],
    }),
  group_locked: () =>
    withLock('The group kibana-openai exists and is locked read-only.', {
      name: 'frozen',
      level: 'ReadOnly',
      notes: 'Change freeze until the audit is over',
    }),
  group_delete_lock: () =>
    withLock('The group kibana-openai exists, and nothing in it can be deleted.', {
      name: 'keep',
      level: 'CanNotDelete',
    }),
} as const satisfies Record<string, () => WorldState>;
