import { fitCapacity } from '../../../common/capacity';
import { SetupError } from '../../../common/problem';
import type { DeploymentSizes } from '../../../common/routes';
import type { SetupRequest } from '../../../common/setup_request';
import { scopePath } from '../azure/arm_paths';
import type { Azure, Deployment, OfferedSku } from '../azure/azure';
import { findOffer } from '../catalog/model_advice';
import { offeredModels } from '../catalog/offered_models';
import { quotaOf, type Quota } from '../catalog/quota';
import { serviceCapacity } from '../catalog/service_capacity';
import { createDeployment, isAllowed } from '../permissions/permissions';
import { obstacleTo } from '../steps/deployment_capacity';
import { isOwned } from '../steps/ownership_tag';
import { fail, unverified, type Check } from './check';

interface Room {
  deployment: Deployment;
  sku: OfferedSku;
  quota: Quota | undefined;
  /** Units that the service has left, in addition to the deployment's own. */
  available: number;
}

/** The deployment, and by how much it can grow. Throws the problem of a deployment that cannot be changed. */
async function roomOf(azure: Azure, request: SetupRequest): Promise<Room> {
  const { subscriptionId, location, modelName: model, deploymentType } = request;
  const deployment = await azure.deployment(request);
  const obstacle = obstacleTo(deployment, request);
  if (obstacle) throw new SetupError(obstacle);
  const { modelVersion: version = request.modelVersion } = deployment ?? {};
  const running = { ...request, modelVersion: version };
  const [{ models }, usages, rows] = await Promise.all([
    offeredModels(azure, request),
    azure.usages(subscriptionId, location),
    serviceCapacity(azure, subscriptionId, running),
  ]);
  const skus = findOffer(models, running)?.skus ?? [];
  const sku = skus.find((one) => one.deploymentType === deploymentType);
  if (!deployment || !sku) {
    throw new SetupError({ code: 'model_not_offered', detail: { model, version, location } });
  }
  const row = rows.find(
    (one) => one.location === location && one.deploymentType === deploymentType,
  );
  return { deployment, sku, quota: quotaOf(usages, sku), available: row?.available ?? Infinity };
}

const freeIn = ({ quota, available }: Room) => Math.min(quota?.free ?? 0, available);

/** The sizes for the deployment of this run; the present capacity is always one of them. */
export async function sizesOf(
  azure: Azure,
  request: SetupRequest,
  runId: string,
): Promise<DeploymentSizes> {
  const room = await roomOf(azure, request);
  const { capacity, tags } = room.deployment;
  if (!isOwned(tags, runId)) {
    throw new SetupError({
      code: 'ownership_tag_missing',
      detail: { name: request.deploymentName },
    });
  }
  const { minimum, step, tokensPerUnit } = room.sku;
  const maximum = Math.max(capacity, fitCapacity(room.sku, capacity + freeIn(room)));
  return { capacity, tokensPerUnit, minimum: Math.min(minimum, capacity), step, maximum };
}

/** Bounds of the model, and quota for what is added: the deployment has its own capacity already. */
export const capacityChange: Check = {
  id: 'quota',
  unverified: 'quota_unreadable',
  async run({ request, azure }) {
    const room = await roomOf(azure, request);
    const { deployment, sku, quota, available } = room;
    const { capacity, modelName: model, location } = request;
    const needed = capacity - deployment.capacity;
    if (needed === 0) return [];
    if (fitCapacity(sku, capacity) !== capacity) {
      const { minimum, maximum, step } = sku;
      const detail = { capacity, minimum, step, ...(maximum && { maximum }) };
      return [fail({ code: 'capacity_not_supported', field: 'capacity', detail })];
    }
    if (needed < 0) return [];
    if (!quota) return [unverified({ code: 'quota_unreadable', field: 'capacity' })];
    const detail = { ...quota, needed, model, location };
    if (needed > quota.free) {
      return [fail({ code: 'insufficient_quota', field: 'capacity', detail })];
    }
    if (needed <= available) return [];
    const problem = { code: 'insufficient_capacity', detail: { ...detail, available } } as const;
    return [fail({ ...problem, field: 'capacity' })];
  },
};

/** A setup that reuses a deployment does not write it; a change of its capacity does. */
export const deploymentWritable: Check = {
  id: 'permissions',
  unverified: 'permissions_unreadable',
  async run({ request: { subscriptionId, resourceGroup, accountName }, azure }) {
    const at = { subscriptionId, resourceGroup, accountName };
    if (isAllowed(await azure.permissions(at), createDeployment)) return [];
    const scope = decodeURIComponent(scopePath(at));
    return [fail({ code: 'authorization_failed', detail: { action: createDeployment, scope } })];
  },
};
