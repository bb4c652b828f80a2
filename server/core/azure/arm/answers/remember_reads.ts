import type { Azure } from '../../azure';

/** Deduplicates reads while a plan is made, because many checks read the same resources. */
export function rememberReads(azure: Azure): Azure {
  const remember = <Args extends unknown[], T>(read: (...args: Args) => Promise<T>) => {
    const asked = new Map<string, Promise<T>>();
    return (...args: Args): Promise<T> => {
      const key = JSON.stringify(args);
      const known = asked.get(key) ?? read(...args);
      asked.set(key, known);
      return known;
    };
  };
  const group = remember(azure.resourceGroup);
  const locks = remember(azure.locks);
  const account = remember(azure.account);
  const deployment = remember(azure.deployment);
  const roleAssignments = remember(azure.roleAssignments);
  return {
    ...azure,
    subscription: remember(azure.subscription),
    providerState: remember(azure.providerState),
    permissions: remember(azure.permissions),
    models: remember(azure.models),
    accountModels: remember(azure.accountModels),
    usages: remember(azure.usages),
    regions: remember(azure.regions),
    accounts: remember(azure.accounts),
    deletedAccounts: remember(azure.deletedAccounts),
    capacities: remember(azure.capacities),
    policyFindings: remember(azure.policyFindings),
    // Callers pass whole requests, so the key contains only the fields that identify the resource.
    resourceGroup: ({ subscriptionId, resourceGroup }) => group({ subscriptionId, resourceGroup }),
    locks: ({ subscriptionId, resourceGroup, accountName }) =>
      locks({ subscriptionId, resourceGroup, accountName }),
    account: ({ subscriptionId, resourceGroup, accountName }) =>
      account({ subscriptionId, resourceGroup, accountName }),
    roleAssignments: ({ subscriptionId, resourceGroup, accountName }) =>
      roleAssignments({ subscriptionId, resourceGroup, accountName }),
    deployment: ({ subscriptionId, resourceGroup, accountName, deploymentName }) =>
      deployment({ subscriptionId, resourceGroup, accountName, deploymentName }),
  };
}
