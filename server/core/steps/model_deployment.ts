import { runsModelOf } from '../../../common/adoption';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { deploymentPath } from '../azure/arm_paths';
import type { Deployment } from '../azure/azure';
import { assertNames } from '../naming/new_names';
import { azureResourceStep } from './azure_resource_step';
import { tagsOf } from './ownership_tag';

/** True if the deployment serves the request as it is. */
export const isReusable = (deployment: Deployment, request: SetupRequest): boolean =>
  mismatch(deployment, request) === undefined;

/** Why an existing deployment cannot serve the request; undefined if it can. */
function mismatch(deployment: Deployment, request: SetupRequest): Problem | undefined {
  const { deploymentName: name, modelName, deploymentType, state } = deployment;
  if (!runsModelOf(deployment, request)) {
    const detail = { name, modelName, deploymentType };
    return { code: 'deployment_conflict', field: 'deploymentName', detail };
  }
  if (state === 'Failed' || state === 'Canceled' || state === 'Disabled') {
    return { code: 'deployment_failed', field: 'deploymentName', detail: { name, state } };
  }
  return undefined;
}

export const modelDeployment = azureResourceStep<Deployment>({
  id: 'model_deployment',
  nameField: 'deploymentName',
  resourceId: deploymentPath,
  waitTimeout: 10 * 60_000,
  read: ({ azure, request }) => azure.deployment(request),
  mismatch,
  differs: ({ capacity }, request) => capacity !== request.capacity,

  async apply({ request, azure, runId }) {
    assertNames('deployment', request);
    await azure.createDeployment({ ...request, tags: tagsOf(request, runId) });
    return {};
  },

  delete: ({ azure, request }) => azure.deleteDeployment(request),
});
