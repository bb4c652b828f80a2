import type {
  Azure,
  NewAccount,
  NewDeployment,
  NewResourceGroup,
} from '../../server/core/azure/azure';

type Verbs = Readonly<Record<string, (azure: Azure) => Promise<unknown>>>;

interface Names {
  subscriptionId: string;
  resourceGroup: string;
  accountName: string;
  deploymentName: string;
  /** An account in the bin. */
  deletedAccount: { resourceGroup: string; accountName: string; location: string };
}

/** Every verb of the port that goes out to Azure, about one group, one account and one deployment. */
export function everyVerb(names: Names) {
  const { subscriptionId, resourceGroup, accountName, deploymentName } = names;
  const group = { subscriptionId, resourceGroup };
  const account = { ...group, accountName };
  const deployment = { ...account, deploymentName };
  const deleted = { subscriptionId, ...names.deletedAccount };
  const location = 'eastus2';
  const newGroup: NewResourceGroup = { ...group, location, tags: {} };
  const newAccount: NewAccount = {
    ...account,
    location,
    kind: 'OpenAI',
    customSubDomainName: accountName,
    networkAccess: 'all',
    ipRules: [],
    tags: {},
  };
  const newDeployment: NewDeployment = {
    ...deployment,
    modelName: 'gpt-5.2',
    modelVersion: '2025-12-11',
    deploymentType: 'GlobalStandard',
    capacity: 1,
    versionUpgradeOption: 'NoAutoUpgrade',
    tags: {},
  };
  const lists: Verbs = {
    tenants: (azure) => azure.tenants(),
    subscriptions: (azure) => azure.subscriptions(),
    regions: (azure) => azure.regions(subscriptionId, 'OpenAI'),
    resourceGroups: (azure) => azure.resourceGroups(subscriptionId),
    resourceGroupContents: (azure) => azure.resourceGroupContents(group),
    accounts: (azure) => azure.accounts(subscriptionId),
    deletedAccounts: (azure) => azure.deletedAccounts(subscriptionId),
    deployments: (azure) => azure.deployments(account),
    models: (azure) => azure.models(subscriptionId, location),
    accountModels: (azure) => azure.accountModels(account, 'OpenAI'),
    usages: (azure) => azure.usages(subscriptionId, location),
    permissions: (azure) => azure.permissions(group),
    locks: (azure) => azure.locks(group),
    capacities: (azure) =>
      azure.capacities(subscriptionId, { modelName: 'gpt-5.2', modelVersion: '2025-12-11' }),
  };
  const questions: Verbs = {
    accountKey: (azure) => azure.accountKey(account),
    isSubdomainFree: (azure) => azure.isSubdomainFree(subscriptionId, accountName, 'OpenAI'),
    policyFindings: (azure) => azure.policyFindings({ subject: 'account', ...newAccount }),
    policyFindingsOfGroup: (azure) =>
      azure.policyFindings({ subject: 'resource_group', ...newGroup }),
    policyFindingsOfDeployment: (azure) =>
      azure.policyFindings({ subject: 'deployment', ...newDeployment }),
    providerState: (azure) => azure.providerState(subscriptionId),
  };
  const resources: Verbs = {
    subscription: (azure) => azure.subscription(subscriptionId),
    resourceGroup: (azure) => azure.resourceGroup(group),
    account: (azure) => azure.account(account),
    deletedAccount: (azure) => azure.deletedAccount(deleted, deleted.location),
    deployment: (azure) => azure.deployment(deployment),
  };
  const writes: Verbs = {
    registerProvider: (azure) => azure.registerProvider(subscriptionId),
    createResourceGroup: (azure) => azure.createResourceGroup(newGroup),
    createAccount: (azure) => azure.createAccount(newAccount),
    updateAccountNetwork: (azure) => azure.updateAccountNetwork(newAccount),
    restoreAccount: (azure) => azure.restoreAccount(deleted, deleted.location),
    createDeployment: (azure) => azure.createDeployment(newDeployment),
    deleteDeployment: (azure) => azure.deleteDeployment(deployment),
    deleteAccount: (azure) => azure.deleteAccount(account),
    purgeAccount: (azure) => azure.purgeAccount(deleted, deleted.location),
    deleteResourceGroup: (azure) => azure.deleteResourceGroup(group),
  };
  return { lists, questions, resources, writes };
}
