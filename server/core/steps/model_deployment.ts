import { runsModelOf } from '../../../common/azure/adoption';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { deploymentPath } from '../azure/arm_paths';
import type { Deployment } from '../azure/azure';
import { assertNames } from '../naming/new_names';
import { azureResourceStep } from './azure_resource_step';
import { otherTargets } from './other_targets';
import { tagsOf } from './ownership_tag';
import { isSameDeployment, urlsOf } from './target_url';

/** Why an existing deployment does not match the request; undefined if it does. */
export function deploymentMismatch(
  { deploymentName: name, modelName, deploymentType, state }: Deployment,
  request: SetupRequest,
): Problem | undefined {
  if (!runsModelOf({ modelName, deploymentType }, request)) {
    return { code: 'deployment_conflict', detail: { name, modelName, deploymentType } };
  }
  const isBroken = state === 'Failed' || state === 'Canceled' || state === 'Disabled';
  return isBroken ? { code: 'deployment_failed', detail: { name, state } } : undefined;
}

/** True if the deployment matches the request. */
export const isReusable = (deployment: Deployment, request: SetupRequest): boolean =>
  deploymentMismatch(deployment, request) === undefined;

export const modelDeployment = azureResourceStep<Deployment>({
  id: 'model_deployment',
  nameField: 'deploymentName',
  resourceId: deploymentPath,
  read: ({ azure, request }) => azure.deployment(request),
  mismatch: deploymentMismatch,
  differs: ({ capacity }, request) => capacity !== request.capacity,

  async apply({ request, azure, runId }) {
    assertNames('deployment', request);
    await azure.createDeployment({ ...request, tags: tagsOf(request, runId) });
    return {};
  },

  delete: ({ azure, request }) => azure.deleteDeployment(request),

  async neededBy(context) {
    const urls = await urlsOf(context);
    return otherTargets(context, ({ url = '' }) => urls.some((one) => isSameDeployment(url, one)));
  },
});
