import type { Account, Azure, Permission } from '../azure/azure';
import { isAdoptable, type Adoptable } from './adoptable';
import { covers } from './wildcard';

/** An action is allowed when one entry grants it and the same entry does not take it back. */
export const isAllowed = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => covers(pattern, action)) &&
      !notActions.some((pattern) => covers(pattern, action)),
  );

export const createGroup = 'Microsoft.Resources/subscriptions/resourceGroups/write';
export const createAccount = 'Microsoft.CognitiveServices/accounts/write';
export const createDeployment = 'Microsoft.CognitiveServices/accounts/deployments/write';
/** Held at the subscription, whatever one may do in the group. */
export const purgeAccount =
  'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete';
export const listKeys = 'Microsoft.CognitiveServices/accounts/listKeys/action';

/** Groups, and accounts, looked at for one in which the person may do what is needed. */
const placesLookedAt = 5;

const areAllowed = (permissions: readonly Permission[], actions: readonly string[]): boolean =>
  actions.every((action) => isAllowed(permissions, action));

/** An existing group in which an account may be made and used. */
export async function groupWithRights(
  azure: Azure,
  subscriptionId: string,
): Promise<string | undefined> {
  const groups = (await azure.resourceGroups(subscriptionId))
    .filter(({ state }) => state !== 'Deleting')
    .slice(0, placesLookedAt);
  const granted = await Promise.all(
    groups.map(({ name: resourceGroup }) =>
      azure.permissions({ subscriptionId, resourceGroup }).catch(() => []),
    ),
  );
  const needed = [createAccount, createDeployment, listKeys];
  return groups.find((_, index) => areAllowed(granted[index] ?? [], needed))?.name;
}

/** Of these accounts, the first that can be adopted and in which a model may be deployed and called. */
export async function accountWithRights(
  azure: Azure,
  subscriptionId: string,
  accounts: readonly Account[],
): Promise<Adoptable | undefined> {
  const some = accounts.filter(isAdoptable).slice(0, placesLookedAt);
  const granted = await Promise.all(
    some.map(({ resourceGroup, accountName }) =>
      azure.permissions({ subscriptionId, resourceGroup, accountName }).catch(() => []),
    ),
  );
  return some.find((_, index) => areAllowed(granted[index] ?? [], [createDeployment, listKeys]));
}
