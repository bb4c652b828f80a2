import { established } from './established';
import { unusualNames as unusual_names } from './unusual_names';
import { policyWorlds } from './policy_worlds';
import { keylessWorlds } from './keyless_worlds';
import { permissionWorlds } from './permission_worlds';
import { takenWorlds } from './taken_worlds';
import { apps, ids, onSubscription, people, tenants } from './people';
import { aSubscription, aWorld, goodQuota, withSubscription } from './resources';
import type { WorldState } from './world';

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

/** All worlds by name; each call creates a new one. */
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
  no_usage_row: () =>
    withSubscription('The list of usages has no row for GPT-5.2, whatever the deployment type.', {
      quota: { ...goodQuota, unlisted: ['gpt-5.2'] },
    }),
  service_capacity_low: () =>
    withSubscription('Quota is good, but the service has only five units left in East US 2.', {
      serviceCapacity: { eastus2: 5 },
    }),
  account_limit: () =>
    withSubscription('No region accepts another Azure OpenAI account of this subscription.', {
      quota: { ...goodQuota, used: { 'openai.s0.accountcount': 30 } },
    }),
  account_total: () =>
    withSubscription('No region accepts another account of this subscription, of any kind.', {
      quota: { ...goodQuota, used: { accountcount: 200 } },
    }),
  unregistered_provider: () =>
    withSubscription('The resource provider Microsoft.CognitiveServices is not registered yet.', {
      registration: { state: 'NotRegistered' },
    }),
  policy_insights_unregistered: () =>
    withSubscription('The provider that checks policies is not registered.', {
      policyInsights: 'NotRegistered',
    }),
  disabled_subscription: () =>
    withSubscription('The only subscription is disabled, so it is read-only.', {
      state: 'Disabled',
    }),
  trial_subscription: () =>
    withSubscription('A free trial whose offer cannot use Azure OpenAI.', {
      displayName: 'Free Trial',
      quotaId: 'FreeTrial_2014-09-01',
      spendingLimit: 'On',
      eligible: false,
      quota: { limit: 0, limits: {}, used: {} },
    }),
  region_closed: () =>
    withSubscription('East US 2 and West Europe accept no new accounts of this subscription.', {
      closedRegions: ['eastus2', 'westeurope'],
    }),
  many_regions: () =>
    aWorld('Thirty regions have offers, so lists and searches by region are long.', {
      furtherRegions: true,
    }),
  slow_propagation: () =>
    aWorld('The data plane knows a new deployment only after five and a half minutes.', {
      delays: { propagationMs: 330_000 },
    }),
  no_meter_ids: () => aWorld('The lists of models name no meters.', { prices: 'no_meter_ids' }),
  price_list_unreachable: () =>
    aWorld('The public price list cannot be reached.', { prices: 'unreachable' }),
  price_unit_unknown: () =>
    aWorld('The public price list counts hours instead of tokens.', { prices: 'unit_unknown' }),
  unusual_names,
  ...permissionWorlds,
  ...policyWorlds,
  ...takenWorlds,
  ...keylessWorlds,
  us_government: () => inCloud('government', 'The US Government cloud with one subscription.'),
  china: () => inCloud('china', 'The China cloud with one subscription.'),
} as const satisfies Record<string, () => WorldState>;

export type WorldName = keyof typeof worlds;

export const isWorldName = (name: string): name is WorldName => Object.hasOwn(worlds, name);
export const worldNames: readonly WorldName[] = Object.keys(worlds).filter(isWorldName);
