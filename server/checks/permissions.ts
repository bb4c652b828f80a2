import type { Fix } from '../../common/check';
import type { Permission } from '../azure/azure';
import { accountOf } from '../steps/account';
import { fail, type AzureCheck, type AzureCheckContext } from './check';

/** True when a pattern with `*` wildcards covers the action; Azure ignores case here. */
function covers(pattern: string, action: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`, 'i').test(action);
}

/** An action is allowed when one entry grants it and the same entry does not take it back. */
export const isAllowed = (permissions: readonly Permission[], action: string): boolean =>
  permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => covers(pattern, action)) &&
      !notActions.some((pattern) => covers(pattern, action)),
  );

const createGroup = 'Microsoft.Resources/subscriptions/resourceGroups/write';
const createAccount = 'Microsoft.CognitiveServices/accounts/write';
const createDeployment = 'Microsoft.CognitiveServices/accounts/deployments/write';
const listKeys = 'Microsoft.CognitiveServices/accounts/listKeys/action';

/** Groups looked at for one in which the person may create accounts. */
const groupsLookedAt = 5;

/** An existing group in which everything else is allowed. */
async function usableGroups({ request, azure }: AzureCheckContext): Promise<Fix[]> {
  const groups = (await azure.resourceGroups(request.subscriptionId)).slice(0, groupsLookedAt);
  const granted = await Promise.all(
    groups.map(({ name }) => azure.permissions(request.subscriptionId, name).catch(() => [])),
  );
  const usable = groups.find((_, index) =>
    [createAccount, createDeployment, listKeys].every((action) =>
      isAllowed(granted[index] ?? [], action),
    ),
  );
  if (!usable) return [];
  const { name } = usable;
  return [{ code: 'use_resource_group', change: { resourceGroup: name }, detail: { name } }];
}

/** Effective rights at the scope where each is needed. Deny assignments are not part of Azure's answer. */
export const permissions: AzureCheck = {
  id: 'permissions',
  about: 'azure',
  unverified: 'permissions_unreadable',
  async run(context) {
    const { request, azure } = context;
    const { subscriptionId, resourceGroup } = request;
    const [group, account, deployment] = await Promise.all([
      azure.resourceGroup(request),
      azure.account(accountOf(request)),
      azure.deployment({ ...accountOf(request), deploymentName: request.deploymentName }),
    ]);
    const here = await (group
      ? azure.permissions(subscriptionId, resourceGroup)
      : azure.permissions(subscriptionId));
    const scope = `/subscriptions/${subscriptionId}${group ? `/resourceGroups/${resourceGroup}` : ''}`;
    const needed = [
      ...(group ? [] : [createGroup]),
      ...(account ? [] : [createAccount]),
      ...(deployment ? [] : [createDeployment]),
      listKeys,
    ];
    const missing = needed.filter((action) => !isAllowed(here, action));
    const fixes = missing.includes(createGroup) ? await usableGroups(context) : [];
    return missing.map((action) =>
      fail(
        { code: 'authorization_failed', detail: { action, scope } },
        ...(action === createGroup ? fixes : []),
      ),
    );
  },
};
