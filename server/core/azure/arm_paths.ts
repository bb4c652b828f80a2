import type { Cloud } from '../../../common/sign_in';
import type { AccountRef, DeploymentRef, ResourceGroupRef, Scope } from './azure';
import { clouds } from './clouds';

/** ARM path of a resource group. */
export const groupPath = ({ subscriptionId, resourceGroup }: ResourceGroupRef): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(resourceGroup)}`;

/** ARM path of an account. */
export const accountPath = (ref: AccountRef): string =>
  `${groupPath(ref)}/providers/Microsoft.CognitiveServices/accounts/${encodeURIComponent(ref.accountName)}`;

/** ARM path of a model deployment. */
export const deploymentPath = (ref: DeploymentRef): string =>
  `${accountPath(ref)}/deployments/${encodeURIComponent(ref.deploymentName)}`;

/** ARM path of the scope. */
export function scopePath({ subscriptionId, resourceGroup, accountName }: Scope): string {
  if (!resourceGroup) return `/subscriptions/${subscriptionId}`;
  const ref = { subscriptionId, resourceGroup };
  return accountName ? accountPath({ ...ref, accountName }) : groupPath(ref);
}

/** URL of a resource in the cloud's portal; the tenant makes the portal switch directories. */
export function portalUrl(
  cloud: Cloud,
  tenantId: string,
  ref: ResourceGroupRef | AccountRef,
): string {
  const path = 'accountName' in ref ? accountPath(ref) : groupPath(ref);
  return `${clouds[cloud].portal}/#@${tenantId}/resource${path}`;
}
