import { fitCapacity } from '../../../../common/models/capacity';
import { SetupError, unlessSetupError } from '../../../../common/problem';
import type { DeploymentSizes } from '../../../../common/routes';
import type { SetupRequest } from '../../../../common/setup_request';
import type { Azure, Deployment, OfferedSku } from '../../azure/azure';
import { findOffer, skuOf } from '../../catalog/model_advice';
import { offeredModels } from '../../catalog/offered_models';
import { quotaOf, shortageOf, type Quota } from '../../catalog/quota';
import { availableIn, serviceCapacity } from '../../catalog/service_capacity';
import { createDeployment } from '../../permissions/permissions';
import { resizableDeployment } from '../../steps/deployment_capacity';
import { fail, unverified, type Check } from '../check';
import { capacityNotSupported } from './model_offered';
import { missingAt } from '../resources/permissions';

interface Room {
  deployment: Deployment;
  sku: OfferedSku;
  /** Undefined if it could not be read. */
  quota: Quota | undefined;
  /** Service capacity in addition to the deployment's own, in units. */
  available: number;
}

/** The deployment and how much it can grow. Throws if it cannot be changed. */
async function roomOf(azure: Azure, request: SetupRequest, setUpId?: string): Promise<Room> {
  const { subscriptionId, location, modelName: model } = request;
  const deployment = await resizableDeployment(azure, request, setUpId);
  const { modelVersion: version } = deployment;
  const running = { ...request, modelVersion: version };
  const [{ models }, usages, rows] = await Promise.all([
    offeredModels(azure, request),
    unlessSetupError(azure.usages(subscriptionId, location)),
    serviceCapacity(azure, subscriptionId, running),
  ]);
  const sku = skuOf(findOffer(models, running), request.deploymentType);
  if (!sku) {
    throw new SetupError({ code: 'model_not_offered', detail: { model, version, location } });
  }
  const available = availableIn(rows, request) ?? Infinity;
  return { deployment, sku, quota: quotaOf(usages, sku), available };
}

/** The limits for a setup's deployment. If quota cannot be read, only the model and the service limit it. */
export async function sizesOf(
  azure: Azure,
  request: SetupRequest,
  setUpId: string,
): Promise<DeploymentSizes> {
  const { deployment, sku, quota, available } = await roomOf(azure, request, setUpId);
  const { capacity } = deployment;
  const { minimum, step, tokensPerUnit } = sku;
  const free = Math.min(quota?.free ?? Infinity, available);
  const maximum = fitCapacity(sku, capacity + free);
  const addable = Math.max(0, maximum - capacity);
  return {
    ...{ capacity, tokensPerUnit, minimum, step, maximum },
    ...(quota && { addable }),
  };
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
    if (needed !== 0 && fitCapacity(sku, capacity) !== capacity) {
      return [fail(capacityNotSupported(sku, capacity))];
    }
    if (needed < 0) return [];
    if (!quota) return [unverified({ code: 'quota_unreadable', field: 'capacity' })];
    const { tokensPerUnit } = sku;
    const shortage = shortageOf(needed, quota, available, { model, location, tokensPerUnit });
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
