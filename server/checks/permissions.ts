import type { Permission } from '../azure/azure';
import { accountOf } from '../steps/account';
import { fail, pass, type AzureCheck, type AzureCheckContext } from './check';

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

/** The rights this request needs, given what exists already. */
async function neededActions({ request, azure }: AzureCheckContext): Promise<string[]> {
  const [group, account, deployment] = await Promise.all([
    azure.resourceGroup(request),
    azure.account(accountOf(request)),
    azure.deployment({ ...accountOf(request), deploymentName: request.deploymentName }),
  ]);
  return [
    ...(group ? [] : ['Microsoft.Resources/subscriptions/resourceGroups/write']),
    ...(account ? [] : ['Microsoft.CognitiveServices/accounts/write']),
    ...(deployment ? [] : ['Microsoft.CognitiveServices/accounts/deployments/write']),
    'Microsoft.CognitiveServices/accounts/listKeys/action',
  ];
}

/** Rights in the subscription, or in the resource group once it exists. */
async function effective({ request, azure }: AzureCheckContext) {
  const { subscriptionId, resourceGroup } = request;
  const group = await azure.resourceGroup(request);
  return group
    ? azure.permissions(subscriptionId, resourceGroup)
    : azure.permissions(subscriptionId);
}

/** Effective rights, not role names. Deny assignments and policies are not part of Azure's answer. */
export const permissions: AzureCheck = {
  id: 'permissions',
  about: 'azure',
  unverified: 'permissions_unreadable',
  async run(context) {
    const [needed, granted] = await Promise.all([neededActions(context), effective(context)]);
    const missing = needed.filter((action) => !isAllowed(granted, action));
    if (missing.length === 0) return pass('permissions');
    const { subscriptionId } = context.request;
    const detail = { action: missing.join(', '), scope: `/subscriptions/${subscriptionId}` };
    return fail('permissions', { code: 'authorization_failed', detail });
  },
};
