import type { ProblemCode } from '../../common/problem';
import type { SetupField } from '../../common/setup_request';
import type { OfferedModel, OfferedSku } from '../azure/azure';
import { findOffer } from '../models/model_advice';
import { accountOf } from '../steps/account';
import { fail, pass, type AzureCheck } from './check';

const bad = (code: ProblemCode, field: SetupField, detail: Record<string, string | number>) =>
  fail('model_offered', { code, field, detail });

function lifecycle(model: OfferedModel, now: Date) {
  const detail = { model: model.name, version: model.version };
  const retired = model.retiresAt !== undefined && new Date(model.retiresAt) <= now;
  if (model.lifecycleStatus === 'Deprecated' || retired) {
    return bad('model_deprecated', 'modelName', detail);
  }
  if (model.lifecycleStatus === 'Deprecating') return bad('model_deprecating', 'modelName', detail);
  if (!model.chatCompletion) return bad('chat_not_supported', 'modelName', detail);
  return undefined;
}

function bounds(sku: OfferedSku, capacity: number) {
  const { minimum, maximum, step } = sku;
  const fits =
    capacity >= minimum && capacity <= (maximum ?? Infinity) && (capacity - minimum) % step === 0;
  if (fits) return undefined;
  const detail = { capacity, minimum, step, ...(maximum === undefined ? {} : { maximum }) };
  return bad('capacity_not_supported', 'capacity', detail);
}

/** The model's version, its deployment type and the capacity, as this region offers them today. */
export const modelOffered: AzureCheck = {
  id: 'model_offered',
  about: 'azure',
  unverified: 'model_unverified',
  async run({ request, azure, now }) {
    const { subscriptionId, location, modelName: model, modelVersion: version } = request;
    const [models, deployment] = await Promise.all([
      azure.models(subscriptionId, location),
      azure.deployment({ ...accountOf(request), deploymentName: request.deploymentName }),
    ]);
    if (deployment) return pass('model_offered');
    const offer = findOffer(models, request);
    if (!offer) return bad('model_not_offered', 'modelName', { model, version, location });
    const sku = offer.skus.find(({ name }) => name === request.deploymentType);
    if (!sku) {
      const detail = { model, version, location, deploymentType: request.deploymentType };
      return bad('deployment_type_not_supported', 'deploymentType', detail);
    }
    return lifecycle(offer, now) ?? bounds(sku, request.capacity) ?? pass('model_offered');
  },
};
