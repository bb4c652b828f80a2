import { SetupError } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import type { Azure, Deployment } from '../azure/azure';
import { deploymentMismatch } from './model_deployment';
import { isForeign } from './ownership_tag';
import type { Step } from './step';

/**
 * The deployment of the request. Throws unless it has an ownership tag, and the model and type of the request.
 */
export async function resizableDeployment(
  azure: Azure,
  request: SetupRequest,
): Promise<Deployment> {
  const { deploymentName: name, resourceGroup } = request;
  const deployment = await azure.deployment(request);
  if (!deployment) {
    throw new SetupError({ code: 'resource_not_found', detail: { name, resourceGroup } });
  }
  if (!isForeign(deployment.tags, undefined)) {
    throw new SetupError({ code: 'ownership_tag_missing', detail: { name } });
  }
  const problem = deploymentMismatch(deployment, request);
  if (problem) throw new SetupError(problem);
  return deployment;
}

/** Changes only the capacity of a deployment. Undo has nothing to delete. */
export const deploymentCapacity: Step = {
  id: 'deployment_capacity',

  /** `missing` means the capacity, not the deployment. */
  async look({ request, requests = [request], azure }) {
    // The route has checked only the deployment that the run started with.
    if (requests.length > 1) return { state: 'conflict', problem: { code: 'run_not_resumable' } };
    const { state, capacity } = await resizableDeployment(azure, request);
    const portalUrl = azure.portalUrl(request);
    if (state !== 'Succeeded') return { state: 'pending', portalUrl };
    if (capacity !== request.capacity) return { state: 'missing' };
    return { state: 'present', owned: false, portalUrl };
  },

  async apply({ request, azure }) {
    await azure.updateDeploymentCapacity(request);
    return {};
  },
};
