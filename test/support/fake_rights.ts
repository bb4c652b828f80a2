import type { Permission } from '../../server/core/azure/azure';
import { covers } from '../../server/core/permissions/wildcard';
import type { AzureVerb } from './fake_azure';
import type { FakeWorld } from './fake_world';

const accounts = 'Microsoft.CognitiveServices/accounts';
const groups = 'Microsoft.Resources/subscriptions/resourceGroups';
const deletedAccounts = 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts';

/** What Azure asks for before it does a verb; verbs that are not here need only a sign-in. */
const actions: Partial<Record<AzureVerb, string>> = {
  models: 'Microsoft.CognitiveServices/locations/models/read',
  accountModels: `${accounts}/models/read`,
  regions: 'Microsoft.CognitiveServices/skus/read',
  usages: 'Microsoft.CognitiveServices/locations/usages/read',
  registerProvider: 'Microsoft.CognitiveServices/register/action',
  createResourceGroup: `${groups}/write`,
  deleteResourceGroup: `${groups}/delete`,
  createAccount: `${accounts}/write`,
  updateAccountNetwork: `${accounts}/write`,
  deleteAccount: `${accounts}/delete`,
  accountKey: `${accounts}/listKeys/action`,
  deletedAccount: `${deletedAccounts}/read`,
  purgeAccount: `${deletedAccounts}/delete`,
  restoreAccount: `${accounts}/write`,
  deletedAccounts: 'Microsoft.CognitiveServices/deletedAccounts/read',
  capacities: 'Microsoft.CognitiveServices/modelCapacities/read',
  locks: 'Microsoft.Authorization/locks/read',
  policyFindings: 'Microsoft.PolicyInsights/checkPolicyRestrictions/read',
  createDeployment: `${accounts}/deployments/write`,
  deleteDeployment: `${accounts}/deployments/delete`,
};

/** Verbs about a group that Azure decides at the subscription nevertheless. */
const subscriptionVerbs: readonly AzureVerb[] = ['deletedAccount', 'purgeAccount'];

/** An entry's exceptions hold for that entry alone. */
const allows = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(
    (entry) =>
      entry.actions.some((pattern) => covers(pattern, action)) &&
      !entry.notActions.some((pattern) => covers(pattern, action)),
  );

/** The action that the world's rights do not cover; `undefined` when the verb may go ahead. */
export function missingRight(
  world: FakeWorld,
  verb: AzureVerb,
  resourceGroup?: string,
): string | undefined {
  const action = actions[verb];
  if (!action) return undefined;
  const own =
    resourceGroup && !subscriptionVerbs.includes(verb)
      ? world.groupPermissions[resourceGroup]
      : undefined;
  return allows(own ?? world.permissions, action) ? undefined : action;
}
