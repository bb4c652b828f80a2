import type { NewDeployment } from '../azure';
import { deploymentPath } from '../arm_paths';
import { accountType, cognitiveApiVersion } from './account';
import type { ArmResource } from './arm_resource';

/** The model deployment that a request creates. */
export const deploymentResource = (wanted: NewDeployment): ArmResource => {
  const { subscriptionId, resourceGroup, accountName } = wanted;
  return {
    type: `${accountType}/deployments`,
    apiVersion: cognitiveApiVersion,
    path: deploymentPath(wanted),
    name: wanted.deploymentName,
    parent: { subscriptionId, resourceGroup, accountName },
    body: {
      sku: { name: wanted.deploymentType, capacity: wanted.capacity },
      tags: wanted.tags,
      properties: {
        model: { format: 'OpenAI', name: wanted.modelName, version: wanted.modelVersion },
        versionUpgradeOption: wanted.versionUpgradeOption,
      },
    },
  };
};
