import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import type { Deployment } from '../azure/azure';
import { isReusable } from './model_deployment';
import { isForeign } from './ownership_tag';
import type { Step } from './step';

/** Why a run cannot change the capacity of this deployment: it has to have an ownership tag, and the model and type of the request. */
export function obstacleTo(
  deployment: Deployment | undefined,
  request: SetupRequest,
): Problem | undefined {
  const { deploymentName: name, resourceGroup } = request;
  if (!deployment) return { code: 'resource_not_found', detail: { name, resourceGroup } };
  const { tags, modelName, deploymentType, state } = deployment;
  if (!isForeign(tags, undefined)) return { code: 'ownership_tag_missing', detail: { name } };
  if (isReusable(deployment, request)) return undefined;
  if (modelName === request.modelName && deploymentType === request.deploymentType) {
    return { code: 'deployment_failed', detail: { name, state } };
  }
  return { code: 'deployment_conflict', detail: { name, modelName, deploymentType } };
}

/** Changes the capacity of a deployment, and nothing else about it. Undo has nothing to delete. */
export const deploymentCapacity: Step = {
  id: 'deployment_capacity',
  name: ({ deploymentName }) => deploymentName,
  waitTimeout: 10 * 60_000,
  // The deployment existed when the run started: its absence is no delay of Azure's.
  waitTimeouts: { resource_not_found: 30_000 },

  /** `missing` is the capacity, not the deployment. */
  async look({ request, requests = [request], azure }) {
    // The route has examined the deployment that the run began with, and no other.
    if (requests.length > 1) return { state: 'conflict', problem: { code: 'run_not_resumable' } };
    const deployment = await azure.deployment(request);
    const problem = obstacleTo(deployment, request);
    if (problem) return { state: 'conflict', problem };
    const portalUrl = azure.portalUrl(request);
    if (deployment?.state !== 'Succeeded') return { state: 'pending', portalUrl };
    if (deployment.capacity !== request.capacity) return { state: 'missing' };
    return { state: 'present', mine: false, portalUrl };
  },

  async apply({ request, azure }) {
    await azure.updateDeploymentCapacity(request);
    return {};
  },
};
