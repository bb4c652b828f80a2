import { apps, ids, onSubscription, people } from './people';
import { aDeployment, aGroup, anAccount, aSubscription, aWorld } from './resources';
import type { SimAccount, WorldState } from './world';

const gpt52 = ['gpt-5.2', '2025-12-11'] as const;
const gpt41 = ['gpt-4.1', '2025-04-14'] as const;
const gpt4o = ['gpt-4o', '2024-11-20'] as const;
const oldGpt4o = ['gpt-4o', '2024-08-06'] as const;

const accounts = (): SimAccount[] => [
  anAccount('contoso-search-openai', 'rg-search', {
    location: 'EASTUS2',
    tags: { team: 'search', costCenter: '4711' },
    deployments: [
      aDeployment('chat', gpt52, ['GlobalStandard', 200]),
      aDeployment('legacy-chat', oldGpt4o, ['GlobalStandard', 50], {
        versionUpgradeOption: 'NoAutoUpgrade',
      }),
      aDeployment('embeddings', ['text-embedding-3-large', '1'], ['Standard', 20]),
      aDeployment('broken', gpt41, ['GlobalStandard', 10], { fixedState: 'Failed' }),
    ],
  }),
  anAccount('contoso-foundry', 'rg-ai', {
    location: 'swedencentral',
    kind: 'AIServices',
    identity: { type: 'SystemAssigned' },
    allowProjectManagement: true,
    deployments: [
      aDeployment('gpt-4o', gpt4o, ['DataZoneStandard', 30]),
      aDeployment('paused', gpt52, ['GlobalStandard', 10], { fixedState: 'Disabled' }),
    ],
  }),
  anAccount('contoso-no-keys', 'rg-ai', {
    location: 'westeurope',
    disableLocalAuth: true,
    deployments: [aDeployment('chat', gpt4o, ['Standard', 10])],
  }),
  anAccount('contoso-fenced', 'rg-ai', {
    location: 'eastus',
    networkAcls: {
      defaultAction: 'Deny',
      ipRules: [{ value: '198.51.100.0/24' }],
      virtualNetworkRules: [],
      bypass: 'AzureServices',
    },
    deployments: [aDeployment('chat', gpt41, ['Standard', 20])],
  }),
  anAccount('contoso-private', 'rg-platform', {
    location: 'francecentral',
    publicNetworkAccess: 'Disabled',
  }),
  anAccount('contoso-regional', 'rg-platform', {
    location: 'eastus',
    customSubDomainName: undefined,
  }),
  anAccount('contoso-speech', 'rg-ai', {
    location: 'westeurope',
    kind: 'SpeechServices',
    customSubDomainName: 'contoso-speech',
  }),
  anAccount('contoso-binned', 'rg-ai', {
    location: 'eastus2',
    deletedAt: Date.now() - 3 * 60 * 60 * 1_000,
    deployments: [aDeployment('chat', gpt52, ['GlobalStandard', 100])],
  }),
  anAccount('fabrikam-openai', 'rg-fabrikam', { subscriptionId: ids.guest }),
];

/** A company that has used Azure OpenAI for years. */
export const established = (): WorldState => {
  const rights = [
    onSubscription(ids.main),
    onSubscription(ids.disabled),
    onSubscription(ids.trial),
  ];
  const guest = [onSubscription(ids.guest)];
  return aWorld(
    'A company with several subscriptions, two directories, resource groups, accounts and deployments in all states.',
    {
      users: people(rights, guest),
      apps: apps([...rights, ...guest], [ids.contoso, ids.fabrikam]),
      subscriptions: [
        aSubscription(),
        aSubscription({
          subscriptionId: ids.disabled,
          displayName: 'Contoso Archive',
          state: 'Disabled',
        }),
        aSubscription({
          subscriptionId: ids.trial,
          displayName: 'Free Trial',
          quotaId: 'FreeTrial_2014-09-01',
          spendingLimit: 'On',
          eligible: false,
          quota: { limit: 0, limits: {}, used: {} },
        }),
        aSubscription({
          subscriptionId: ids.guest,
          tenantId: ids.fabrikam,
          displayName: 'Fabrikam Shared',
        }),
      ],
      groups: [
        aGroup('rg-ai', 'swedencentral', { tags: { team: 'ai' } }),
        aGroup('rg-locked', 'eastus', {
          locks: [{ name: 'do-not-delete', level: 'CanNotDelete' }],
        }),
        aGroup('rg-network', 'westeurope', {
          others: [{ name: 'vnet-hub', type: 'Microsoft.Network/virtualNetworks' }],
        }),
        aGroup('rg-platform', 'francecentral'),
        aGroup('rg-search', 'eastus2', {
          tags: { team: 'search' },
          others: [{ name: 'contosologs', type: 'Microsoft.Storage/storageAccounts' }],
        }),
        aGroup('rg-fabrikam', 'eastus2', { subscriptionId: ids.guest }),
      ],
      accounts: accounts(),
      pageSize: 2,
      emptyPage: true,
    },
  );
};
