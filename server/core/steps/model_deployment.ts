import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { deploymentPath } from '../azure/arm_paths';
import type { Deployment } from '../azure/azure';
import { assertNames } from '../naming/new_names';
import { isForeign, isMarked, markedTags } from './ownership_tag';
import type { Look, Step } from './step';

/** True when the deployment serves the request as it is. */
export const isReusable = (deployment: Deployment, request: SetupRequest): boolean =>
  misfit(deployment, request) === undefined;

/** Why a deployment that is there is not the one asked for; undefined when it is. */
function misfit(deployment: Deployment, request: SetupRequest): Problem | undefined {
  const { deploymentName: name, modelName, deploymentType, state } = deployment;
  if (modelName !== request.modelName || deploymentType !== request.deploymentType) {
    const detail = { name, modelName, deploymentType };
    return { code: 'deployment_conflict', field: 'deploymentName', detail };
  }
  if (state === 'Failed' || state === 'Canceled' || state === 'Disabled') {
    return { code: 'deployment_failed', field: 'deploymentName', detail: { name, state } };
  }
  return undefined;
}

export const modelDeployment: Step = {
  id: 'model_deployment',
  name: (request) => request.deploymentName,
  resourceId: deploymentPath,
  waitTimeout: 10 * 60_000,

  async look({ request, azure, runId }): Promise<Look> {
    const found = await azure.deployment(request);
    if (!found) return { state: 'missing' };
    const problem = misfit(found, request);
    if (problem) return { state: 'conflict', problem };
    const portalUrl = azure.portalUrl(request);
    if (found.state !== 'Succeeded') return { state: 'pending', portalUrl };
    const mine = isMarked(found.tags, runId);
    const differs = mine && found.capacity !== request.capacity;
    return { state: 'present', mine, foreign: isForeign(found.tags, runId), differs, portalUrl };
  },

  async apply({ request, azure, runId }) {
    assertNames('deployment', request);
    await azure.createDeployment({ ...request, tags: markedTags(request, runId) });
    return {};
  },

  undo: {
    claimed: 'run_id_used',

    async find({ request, azure, runId }) {
      const found = await azure.deployment(request);
      if (!found || !isMarked(found.tags, runId)) return undefined;
      const name = found.deploymentName;
      return { step: 'model_deployment', name, portalUrl: azure.portalUrl(request) };
    },

    async remove({ request, azure, runId }) {
      const found = await azure.deployment(request);
      if (!found || !isMarked(found.tags, runId)) return true;
      if (found.state !== 'Deleting') await azure.deleteDeployment(request);
      return false;
    },
  },
};
