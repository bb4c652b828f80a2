import * as v from 'valibot';
import { unlessSetupError } from '../../../common/problem';
import { resourceName } from '../../../common/values/read_values';
import type { Account, Azure, Permission } from '../azure/azure';
import { accountObstacle } from '../../../common/azure/adoption';
import { allows } from '../../../common/azure/built_in_roles';

/** An action is allowed if an entry grants it and the same entry does not exclude it. */
export const isAllowed = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some((entry) => allows(entry, action));

export const createGroup = 'Microsoft.Resources/subscriptions/resourceGroups/write';
export const createAccount = 'Microsoft.CognitiveServices/accounts/write';
export const createDeployment = 'Microsoft.CognitiveServices/accounts/deployments/write';
/** Needed at the subscription: permissions on the group do not include it. */
export const purgeAccount =
  'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete';
export const assignRole = 'Microsoft.Authorization/roleAssignments/write';
/** Needed to undo the setup. */
export const unassignRole = 'Microsoft.Authorization/roleAssignments/delete';
export const listKeys = 'Microsoft.CognitiveServices/accounts/listKeys/action';

/** Number of groups or accounts that are checked concurrently. */
const waveSize = 10;
/** Milliseconds after which no further wave starts. */
const searchMs = 8_000;

/**
 * The actions needed to call a model: listing keys, or assigning the application's role, which an administrator can do
 * instead.
 */
const actionsToCall = (keyless: boolean) =>
  keyless ? { needed: [], wanted: [assignRole] } : { needed: [listKeys], wanted: [] };

/** The first scope in which all actions are allowed, preferably with the wanted actions. */
async function firstAllowed<Place>(
  places: readonly Place[],
  granted: (place: Place) => Promise<Permission[]>,
  { needed, wanted }: { needed: readonly string[]; wanted: readonly string[] },
): Promise<Place | undefined> {
  const end = Date.now() + searchMs;
  let second: Place | undefined;
  for (let from = 0; from < places.length && Date.now() < end; from += waveSize) {
    const wave = places.slice(from, from + waveSize);
    const all = await Promise.all(wave.map((place) => unlessSetupError(granted(place))));
    const findWith = (actions: readonly string[]) =>
      wave.find((_, index) => areAllowed(all[index] ?? [], actions));
    const first = findWith([...needed, ...wanted]);
    if (first) return first;
    second ??= findWith(needed);
  }
  return second;
}

const areAllowed = (permissions: readonly Permission[], actions: readonly string[]): boolean =>
  actions.every((action) => isAllowed(permissions, action));

/** An existing group in which an account can be created and used, with or without keys. */
export async function groupWithPermissions(
  azure: Azure,
  subscriptionId: string,
  keyless: boolean,
): Promise<string | undefined> {
  const groups = await azure.resourceGroups(subscriptionId);
  const { needed, wanted } = actionsToCall(keyless);
  const found = await firstAllowed(
    groups.filter(
      ({ state, resourceGroup }) => state !== 'Deleting' && v.is(resourceName, resourceGroup),
    ),
    ({ resourceGroup }) => azure.permissions({ subscriptionId, resourceGroup }),
    { needed: [createAccount, createDeployment, ...needed], wanted },
  );
  return found?.resourceGroup;
}

/** The first account that can be adopted and in which a model can be deployed and called, with or without keys. */
export const accountWithPermissions = (
  azure: Azure,
  subscriptionId: string,
  accounts: readonly Account[],
  keyless: boolean,
): Promise<Account | undefined> => {
  const { needed, wanted } = actionsToCall(keyless);
  return firstAllowed(
    accounts.filter((account) => accountObstacle(account, keyless) === undefined),
    ({ resourceGroup, accountName }) =>
      azure.permissions({ subscriptionId, resourceGroup, accountName }),
    { needed: [createDeployment, ...needed], wanted },
  );
};
