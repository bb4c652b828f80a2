import { SetupError, type Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import type { Azure, Deployment } from '../azure/azure';
import { deploymentMismatch } from './model_deployment';
import { isForeign, isOwned } from './ownership_tag';
import type { Step, StepContext } from './step';

/**
 * The deployment of the request. Throws if a run cannot change its capacity: it has to have the setup's ownership tag, and
 * the model and type of the request.
 * @param setUpId - Undefined in records of earlier versions: then any ownership tag is enough.
 */
export async function resizableDeployment(
  azure: Azure,
  request: SetupRequest,
  setUpId?: string,
): Promise<Deployment> {
  const { deploymentName: name, resourceGroup } = request;
  const deployment = await azure.deployment(request);
  if (!deployment) {
    throw new SetupError({ code: 'resource_not_found', detail: { name, resourceGroup } });
  }
  const { tags } = deployment;
  if (setUpId === undefined ? !isForeign(tags, undefined) : !isOwned(tags, setUpId)) {
    throw new SetupError({ code: 'ownership_tag_missing', detail: { name } });
  }
  const problem = deploymentMismatch(deployment, request);
  if (problem) throw new SetupError(problem);
  return deployment;
}

/** Azure has accepted the capacity, and the deployment has another one. */
const notApplied = (
  capacity: number,
  { request, tokensPerUnit }: Pick<StepContext, 'request' | 'tokensPerUnit'>,
): Problem => ({
  code: 'capacity_not_applied',
  detail: {
    name: request.deploymentName,
    capacity,
    needed: request.capacity,
    ...(tokensPerUnit !== undefined && { tokensPerUnit }),
  },
});

/** Changes only the capacity of a deployment. Undo has nothing to delete. */
export const deploymentCapacity: Step = {
  id: 'deployment_capacity',

  /** `missing` means the capacity, not the deployment. */
  async look({ request, requests = [request], setUpId, tokensPerUnit, azure, waitedFor }) {
    // The route has checked only the deployment that the run started with.
    if (requests.length > 1) return { state: 'conflict', problem: { code: 'run_not_resumable' } };
    const { state, capacity } = await resizableDeployment(azure, request, setUpId);
    const portalUrl = azure.portalUrl(request);
    if (state !== 'Succeeded') return { state: 'pending', portalUrl };
    if (capacity === request.capacity) return { state: 'present', owned: false, portalUrl };
    if (waitedFor?.code !== 'capacity_not_applied') return { state: 'missing' };
    return {
      state: 'pending',
      portalUrl,
      problem: notApplied(capacity, { request, tokensPerUnit }),
    };
  },

  /** Writes once: Azure does not apply an accepted capacity because of a second request. */
  async apply({ request, setUpId, tokensPerUnit, azure }) {
    await azure.updateDeploymentCapacity(request);
    const { state, capacity } = await resizableDeployment(azure, request, setUpId);
    if (state !== 'Succeeded' || capacity === request.capacity) return {};
    return { waiting: notApplied(capacity, { request, tokensPerUnit }) };
  },
};
