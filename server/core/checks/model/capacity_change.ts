import { fitCapacity } from '../../../../common/models/capacity';
import { SetupError } from '../../../../common/problem';
import type { DeploymentSizes } from '../../../../common/routes';
import type { SetupRequest } from '../../../../common/setup_request';
import type { Azure, Deployment, OfferedSku } from '../../azure/azure';
import { findOffer, skuOf } from '../../catalog/model_advice';
import { offeredModels } from '../../catalog/offered_models';
import { quotaOf, shortageOf, type Quota } from '../../catalog/quota';
import { availableIn, serviceCapacity } from '../../catalog/service_capacity';
import { createDeployment } from '../../permissions/permissions';
import { resizableDeployment } from '../../steps/deployment_capacity';
import { isOwned } from '../../steps/ownership_tag';
import { fail, unverified, type Check } from '../check';
import { capacityNotSupported } from './model_offered';
import { missingAt } from '../resources/permissions';

interface Room {
  deployment: Deployment;
  sku: OfferedSku;
  quota: Quota | undefined;
  /** Service capacity in addition to the deployment's own, in units. */
  available: number;
}

/** The deployment and how much it can grow. Throws if it cannot be changed. */
async function roomOf(azure: Azure, request: SetupRequest): Promise<Room> {
  const { subscriptionId, location, modelName: model } = request;
  const deployment = await resizableDeployment(azure, request);
  const { modelVersion: version } = deployment;
  const running = { ...request, modelVersion: version };
  const [{ models }, usages, rows] = await Promise.all([
    offeredModels(azure, request),
    azure.usages(subscriptionId, location),
    serviceCapacity(azure, subscriptionId, running),
  ]);
  const sku = skuOf(findOffer(models, running), request.deploymentType);
  if (!sku) {
    throw new SetupError({ code: 'model_not_offered', detail: { model, version, location } });
  }
  const available = availableIn(rows, request) ?? Infinity;
  return { deployment, sku, quota: quotaOf(usages, sku), available };
}

const freeIn = ({ quota, available }: Room) => Math.min(quota?.free ?? 0, available);

/** The limits for the run's deployment; they always include the current capacity. */
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

/** Limits of the model, and quota for the additional capacity only. */
export const capacityChange: Check = {
  id: 'quota',
  unverified: 'quota_unreadable',
  async run({ request, azure }) {
    const room = await roomOf(azure, request);
    const { deployment, sku, quota, available } = room;
    const { capacity, modelName: model, location } = request;
    const needed = capacity - deployment.capacity;
    if (needed === 0) return [];
    if (fitCapacity(sku, capacity) !== capacity) return [fail(capacityNotSupported(sku, capacity))];
    if (needed < 0) return [];
    if (!quota) return [unverified({ code: 'quota_unreadable', field: 'capacity' })];
    const shortage = shortageOf(needed, quota, available, { model, location });
    return shortage ? [fail({ ...shortage, field: 'capacity' })] : [];
  },
};

/** Unlike setup, a capacity change writes an existing deployment. */
export const deploymentWritable: Check = {
  id: 'permissions',
  unverified: 'permissions_unreadable',
  run(context) {
    const { subscriptionId, resourceGroup, accountName } = context.request;
    return missingAt(context, { subscriptionId, resourceGroup, accountName }, [createDeployment]);
  },
};
