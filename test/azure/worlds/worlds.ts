import { established } from './established';
import { apps, at, ids, onSubscription, people, tenants } from './people';
import { aDeployment, aGroup, anAccount, aSubscription, aWorld, goodQuota } from './things';
import type { RoleAssignment, SimSubscription, WorldState } from './world';

const withSubscription = (description: string, rest: Partial<SimSubscription>): WorldState =>
  aWorld(description, { subscriptions: [aSubscription(rest)] });

const withRights = (
  description: string,
  assignments: RoleAssignment[],
  rest: Partial<WorldState> = {},
): WorldState =>
  aWorld(description, { users: people(assignments), apps: apps(assignments), ...rest });

const teamGroup = `/subscriptions/${ids.main}/resourceGroups/rg-team`;
const teamThings = (): Partial<WorldState> => ({
  groups: [aGroup('rg-team', 'eastus2'), aGroup('rg-others', 'eastus2')],
  accounts: [
    anAccount('team-openai', 'rg-team'),
    anAccount('others-openai', 'rg-others', {
      deployments: [aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 50])],
    }),
  ],
});

const recommended = ['gpt-5.2', 'gpt-5.1', 'gpt-5', 'gpt-4.1', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-4o'];
const types = ['globalstandard', 'datazonestandard', 'standard'];
const forRecommended = (units: number): Record<string, number> =>
  Object.fromEntries(
    recommended.flatMap((model) => types.map((type) => [`openai.${type}.${model}`, units])),
  );

/** Another cloud: its own directory, its own subscription, the same people. */
const inCloud = (cloud: 'government' | 'china', description: string): WorldState => {
  const tenant = tenants[cloud];
  const { tenantId } = tenant;
  const rights = [onSubscription(ids.main)];
  return aWorld(description, {
    users: people(rights).map((user) => ({ ...user, tenantIds: [tenantId] })),
    apps: apps(rights, [tenantId]),
    subscriptions: [aSubscription({ tenantId, displayName: tenant.displayName })],
  });
};

/** Every make-believe Azure by name; each call makes a fresh one. */
export const worlds = {
  empty: () => aWorld('One enabled subscription with good quota and nothing in it.'),
  established,
  no_quota: () =>
    withSubscription('No quota at all, neither for the recommended models nor for others.', {
      quota: { limit: 0, limits: {}, used: {} },
    }),
  used_up_quota: () =>
    withSubscription('The quota of every recommended model is used up by others.', {
      quota: {
        limit: 100,
        limits: forRecommended(100),
        used: forRecommended(100),
      },
    }),
  little_quota: () =>
    withSubscription('Ten units are left for GPT-5.2 and nothing for other recommended models.', {
      quota: {
        ...goodQuota,
        limits: { ...goodQuota.limits, ...forRecommended(0), 'openai.globalstandard.gpt-5.2': 50 },
        used: { 'openai.globalstandard.gpt-5.2': 40 },
      },
    }),
  unregistered_provider: () =>
    withSubscription('The resource provider Microsoft.CognitiveServices is not registered yet.', {
      registration: { state: 'NotRegistered' },
    }),
  reader_only: () =>
    withRights(
      'The signed-in person may read everything in the subscription and change nothing.',
      [onSubscription(ids.main, 'Reader')],
      teamThings(),
    ),
  group_contributor: () =>
    withRights(
      'Contributor of the resource group rg-team only: no right at the subscription itself.',
      [at(teamGroup, 'Contributor')],
      teamThings(),
    ),
  group_contributor_reader: () =>
    withRights(
      'Reader of the subscription and Contributor of the resource group rg-team.',
      [onSubscription(ids.main, 'Reader'), at(teamGroup, 'Contributor')],
      teamThings(),
    ),
  cognitive_contributor: () =>
    withRights(
      'Cognitive Services Contributor of the subscription: everything but resource groups.',
      [onSubscription(ids.main, 'Cognitive Services Contributor')],
      teamThings(),
    ),
  disabled_subscription: () =>
    withSubscription('The only subscription is disabled, so it is read-only.', {
      state: 'Disabled',
    }),
  no_subscription: () =>
    withRights('Signing in works, but nobody has any role in any subscription.', []),
  trial_subscription: () =>
    withSubscription('A free trial whose offer may not use Azure OpenAI.', {
      displayName: 'Free Trial',
      quotaId: 'FreeTrial_2014-09-01',
      spendingLimit: 'On',
      eligible: false,
      quota: { limit: 0, limits: {}, used: {} },
    }),
  subdomain_taken: () =>
    aWorld('Every sub domain that begins with taken- is held by somebody else.', {
      takenPrefix: 'taken-',
    }),
  soft_deleted_twin: () =>
    aWorld('The account kibana-openai in rg-kibana was deleted an hour ago and holds its name.', {
      groups: [aGroup('rg-kibana', 'eastus2')],
      accounts: [
        anAccount('kibana-openai', 'rg-kibana', {
          deletedAt: Date.now() - 60 * 60 * 1_000,
          deployments: [aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 80])],
        }),
      ],
    }),
  policy_denies: () =>
    withSubscription('Azure Policy denies accounts without the tag costCenter.', {
      policies: [
        {
          assignmentName: 'require-cost-center',
          displayName: 'Require a cost center tag',
          effect: 'deny',
          resourceType: 'microsoft.cognitiveservices/accounts',
          requiredTag: 'costCenter',
        },
      ],
    }),
  policy_disables_keys: () =>
    withSubscription('Azure Policy quietly switches API keys off on every new account.', {
      policies: [
        {
          assignmentName: 'no-local-auth',
          displayName: 'Disable local authentication',
          effect: 'modify',
          resourceType: 'microsoft.cognitiveservices/accounts',
        },
      ],
    }),
  group_locked: () =>
    aWorld('The group kibana-openai exists and is locked read-only.', {
      groups: [aGroup('kibana-openai', 'eastus2', { readOnlyLock: 'frozen' })],
    }),
  group_delete_lock: () =>
    aWorld('The group kibana-openai exists and nothing in it may be deleted.', {
      groups: [aGroup('kibana-openai', 'eastus2', { lock: 'keep' })],
    }),
  account_limit: () =>
    withSubscription('No region takes one more Azure OpenAI account of this subscription.', {
      quota: { ...goodQuota, limits: { ...goodQuota.limits, 'openai.s0.accountcount': 0 } },
    }),
  own_subdomain: () =>
    aWorld('The sub domain own-openai belongs to an account in the group rg-own.', {
      groups: [aGroup('rg-own', 'eastus2')],
      accounts: [anAccount('own-openai', 'rg-own')],
    }),
  binned_subdomain: () =>
    aWorld('The sub domain binned-openai belongs to an account deleted from the group rg-old.', {
      groups: [aGroup('rg-old', 'eastus2')],
      accounts: [anAccount('binned-openai', 'rg-old', { deletedAt: Date.now() - 60 * 60 * 1_000 })],
    }),
  deployment_name_taken: () =>
    aWorld('The account team-openai in rg-team calls a GPT-4.1 deployment gpt-5.2.', {
      groups: [aGroup('rg-team', 'eastus2')],
      accounts: [
        anAccount('team-openai', 'rg-team', {
          deployments: [aDeployment('gpt-5.2', ['gpt-4.1', '2025-04-14'], ['GlobalStandard', 50])],
        }),
      ],
    }),
  policy_location: () =>
    withSubscription('Azure Policy allows accounts in Sweden Central and France Central only.', {
      policies: [
        {
          assignmentName: 'allowed-locations',
          displayName: 'Allowed locations',
          effect: 'deny',
          resourceType: 'microsoft.cognitiveservices/accounts',
          allowedLocations: ['swedencentral', 'francecentral'],
        },
      ],
    }),
  policy_no_public_access: () =>
    withSubscription('Azure Policy denies accounts that the public network may call.', {
      policies: [
        {
          assignmentName: 'no-public-access',
          displayName: 'Azure AI services should restrict network access',
          effect: 'deny',
          resourceType: 'microsoft.cognitiveservices/accounts',
          denyPublicAccess: true,
        },
      ],
    }),
  policy_no_keys: () =>
    withSubscription('Azure Policy denies accounts that accept API keys.', {
      policies: [
        {
          assignmentName: 'no-keys',
          displayName: 'Azure AI services should have key access disabled',
          effect: 'deny',
          resourceType: 'microsoft.cognitiveservices/accounts',
          denyKeys: true,
        },
      ],
    }),
  region_closed: () =>
    withSubscription('East US 2 and West Europe take no new accounts of this subscription.', {
      closedRegions: ['eastus2', 'westeurope'],
    }),
  slow_propagation: () =>
    aWorld('The data plane hears of a new deployment only after five and a half minutes.', {
      delays: { propagationMs: 330_000 },
    }),
  us_government: () => inCloud('government', 'The US Government cloud with one subscription.'),
  china: () => inCloud('china', 'The China cloud with one subscription.'),
} as const satisfies Record<string, () => WorldState>;

export type WorldName = keyof typeof worlds;

export const isWorldName = (name: string): name is WorldName => Object.hasOwn(worlds, name);
export const worldNames: readonly WorldName[] = Object.keys(worlds).filter(isWorldName);
