import type { NewDeployment } from '../azure';
import { deploymentPath } from '../arm_paths';
import { accountType, cognitiveApiVersion } from './account';
import type { ArmBody, ArmResource } from './arm_resource';

/** The part of the body that a change of the capacity sends; Azure evaluates its policies for the whole body. */
export const capacityBody = ({
  deploymentType: name,
  capacity,
}: Pick<NewDeployment, 'deploymentType' | 'capacity'>): Required<Pick<ArmBody, 'sku'>> => ({
  sku: { name, capacity },
});

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
      ...capacityBody(wanted),
      tags: wanted.tags,
      properties: {
        model: { format: 'OpenAI', name: wanted.modelName, version: wanted.modelVersion },
        versionUpgradeOption: wanted.versionUpgradeOption,
      },
    },
  };
};
