import { makeEtag, makeKey } from './keys';
import { randomUUID } from 'node:crypto';
import { ids } from './people';
import type {
  Quota,
  RoleAssignment,
  SimAccount,
  SimDeployment,
  SimGroup,
  SimSubscription,
  WorldState,
} from './world';
import { apps, onSubscription, people, tenants } from './people';

/** Approximately quota tier 1; models that are not listed have a hundred units. */
export const goodQuota: Quota = {
  limit: 100,
  limits: {
    'openai.globalstandard.gpt-5.2': 1_000,
    'openai.globalstandard.gpt-5.1': 1_000,
    'openai.globalstandard.gpt-5': 1_000,
    'openai.globalstandard.gpt-5-mini': 1_000,
    'openai.globalstandard.gpt-5.4': 1_000,
    'openai.globalstandard.gpt-5.4-mini': 1_000,
    'openai.globalstandard.gpt-5.5': 0,
    'openai.globalstandard.gpt-4.1': 1_000,
    'openai.globalstandard.gpt-4.1-mini': 1_000,
    'openai.globalstandard.gpt-4o': 450,
    'openai.datazonestandard.gpt-5.2': 300,
    'openai.datazonestandard.gpt-5.1': 300,
    'openai.standard.gpt-5.2': 150,
    'openai.standard.gpt-5.1': 300,
    'openai.globalprovisionedmanaged.gpt-5.2': 0,
    'openai.s0.accountcount': 30,
  },
  used: {},
};

export const aSubscription = (rest: Partial<SimSubscription> = {}): SimSubscription => ({
  subscriptionId: ids.main,
  tenantId: ids.contoso,
  displayName: 'Contoso Production',
  state: 'Enabled',
  quotaId: 'PayAsYouGo_2014-09-01',
  spendingLimit: 'Off',
  registration: { state: 'Registered' },
  quota: goodQuota,
  policies: [],
  locks: [],
  closedRegions: [],
  eligible: true,
  serviceCapacity: {},
  grantedModels: [],
  ...rest,
});

export const aGroup = (name: string, location: string, rest: Partial<SimGroup> = {}): SimGroup => ({
  subscriptionId: ids.main,
  name,
  location,
  tags: {},
  locks: [],
  others: [],
  ...rest,
});

const longAgo = Date.UTC(2026, 2, 2);

export const anAccount = (
  name: string,
  groupName: string,
  rest: Partial<SimAccount> = {},
): SimAccount => ({
  subscriptionId: ids.main,
  groupName,
  name,
  location: 'eastus2',
  kind: 'OpenAI',
  skuName: 'S0',
  tags: {},
  customSubDomainName: name,
  publicNetworkAccess: 'Enabled',
  disableLocalAuth: false,
  allowProjectManagement: false,
  keys: { key1: makeKey(), key2: makeKey() },
  createdAt: longAgo,
  createdBy: 'ada@contoso.com',
  readyAt: longAgo,
  operationId: randomUUID(),
  etag: makeEtag(),
  locks: [],
  deployments: [],
  ...rest,
});

export const aDeployment = (
  name: string,
  [model, version]: readonly [string, string],
  [sku, capacity]: readonly [string, number],
  rest: Partial<SimDeployment> = {},
): SimDeployment => ({
  name,
  sku: { name: sku, capacity },
  model: { format: 'OpenAI', name: model, version },
  versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
  raiPolicyName: 'Microsoft.DefaultV2',
  tags: {},
  createdAt: longAgo,
  readyAt: longAgo,
  visibleAt: longAgo,
  etag: makeEtag(),
  ...rest,
});

/** A world with one good, empty subscription in which Ada and the application can do everything. */
export const aWorld = (description: string, rest: Partial<WorldState> = {}): WorldState => ({
  description,
  tenants: [tenants.contoso, tenants.fabrikam, tenants.government, tenants.china],
  users: people([onSubscription(ids.main)]),
  apps: apps([onSubscription(ids.main)]),
  subscriptions: [aSubscription()],
  groups: [],
  accounts: [],
  takenPrefix: 'taken-',
  callerAddress: '203.0.113.7',
  tokenLifeMs: 75 * 60 * 1_000,
  emptyPage: false,
  delays: {},
  ...rest,
});

export const withSubscription = (
  description: string,
  rest: Partial<SimSubscription>,
  world: Partial<WorldState> = {},
): WorldState => aWorld(description, { subscriptions: [aSubscription(rest)], ...world });

export const withRoles = (
  description: string,
  assignments: RoleAssignment[],
  rest: Partial<WorldState> = {},
): WorldState =>
  aWorld(description, { users: people(assignments), apps: apps(assignments), ...rest });

/** Two groups with an account each; the roles of a world cover both, one or none. */
export const teamResources = (): Partial<WorldState> => ({
  groups: [aGroup('rg-team', 'eastus2'), aGroup('rg-others', 'eastus2')],
  accounts: [
    anAccount('team-openai', 'rg-team'),
    anAccount('others-openai', 'rg-others', {
      deployments: [aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 50])],
    }),
  ],
});
