import { adoptedDeployment, deploymentObstacle } from '../../../common/azure/adoption';
import type { ProblemCode } from '../../../common/problem';
import { freeName } from '../naming/names';
import { offeredModels } from '../catalog/offered_models';
import type { Remedy } from './check';
import { adopt, otherName } from './fixes';
import { fittingTarget } from './target/fitting_target';
import { accountWithKeys, newAccount, withoutKeys } from './account/keys_disabled';

const reuseDeployment: Remedy = async ({ azure, request }) => {
  const found = await azure.account(request);
  return found ? adopt(found, request.authentication === 'entra_id') : [];
};

const otherGroup: Remedy = async ({ azure, request }) => {
  const groups = await azure.resourceGroups(request.subscriptionId);
  const name = freeName(
    request.resourceGroup,
    groups.map((group) => group.resourceGroup),
    90,
  );
  return [{ code: 'use_resource_group', change: { resourceGroup: name }, detail: { name } }];
};

const otherDeployment: Remedy = async ({ azure, request }) => {
  const deployments = await azure.deployments(request);
  const name = freeName(
    request.deploymentName,
    deployments.map((one) => one.deploymentName),
    64,
  );
  return [{ code: 'use_name', change: { deploymentName: name }, detail: { name } }];
};

/** Reuses the deployment with this name, if it supports chat. */
const sameDeployment: Remedy = async ({ azure, request }) => {
  const { deploymentName, kind } = request;
  const [found, { models }] = await Promise.all([
    azure.deployment(request),
    offeredModels(azure, request),
  ]);
  if (!found || deploymentObstacle(found)) return [];
  const { modelName } = found;
  const offer = models.find((one) => one.kind === kind && one.modelName === modelName);
  if (!(found.chatCompletion ?? offer?.chatCompletion)) return [];
  const change = { ...adoptedDeployment(found), deploymentName };
  const detail = { name: deploymentName, model: modelName };
  return [{ code: 'use_existing_deployment', change, detail }];
};

/** Changes to the request that solve a problem, by its code. */
export const remedies: Partial<Record<ProblemCode, readonly Remedy[]>> = {
  resource_group_deleting: [otherGroup],
  account_wrong_kind: [reuseDeployment, otherName],
  account_location_conflict: [reuseDeployment, otherName],
  account_failed: [otherName],
  keys_disabled: [withoutKeys, accountWithKeys, newAccount],
  subdomain_missing: [otherName],
  deployment_conflict: [sameDeployment, otherDeployment],
  deployment_failed: [otherDeployment],
  connector_type_disabled: [fittingTarget],
  connector_privilege_missing: [fittingTarget],
  inference_privilege_missing: [fittingTarget],
};
