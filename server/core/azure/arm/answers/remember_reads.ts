import { accountPath, deploymentPath, groupPath, scopePath } from '../../arm_paths';
import type { Azure } from '../../azure';

/** Deduplicates reads while a plan is made, because many checks read the same resources. */
export function rememberReads(azure: Azure): Azure {
  /** Callers pass whole requests, so the key contains only what identifies the resource. */
  const remember = <Args extends unknown[], T>(
    read: (...args: Args) => Promise<T>,
    identify: (...args: Args) => unknown = (...args) => args,
  ) => {
    const asked = new Map<string, Promise<T>>();
    return (...args: Args): Promise<T> => {
      const key = JSON.stringify(identify(...args));
      const known = asked.get(key) ?? read(...args);
      asked.set(key, known);
      return known;
    };
  };
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
    resourceGroup: remember(azure.resourceGroup, groupPath),
    locks: remember(azure.locks, scopePath),
    account: remember(azure.account, accountPath),
    roleAssignments: remember(azure.roleAssignments, scopePath),
    deployment: remember(azure.deployment, deploymentPath),
  };
}
