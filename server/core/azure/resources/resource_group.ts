import type { NewResourceGroup } from '../azure';
import { groupPath } from '../arm_paths';
import type { ArmResource } from './arm_resource';

export const resourcesApiVersion = '2025-04-01';

/** The resource group that a request creates. */
export const groupResource = (wanted: NewResourceGroup): ArmResource => ({
  type: 'Microsoft.Resources/subscriptions/resourceGroups',
  apiVersion: resourcesApiVersion,
  path: groupPath(wanted),
  name: wanted.resourceGroup,
  parent: { subscriptionId: wanted.subscriptionId },
  body: { location: wanted.location, tags: wanted.tags },
});
