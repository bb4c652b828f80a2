import { fitCapacity } from '../../../../common/models/capacity';
import type { Problem } from '../../../../common/problem';
import type { OfferedSku } from '../../azure/azure';
import { findOffer, skuOf } from '../../catalog/model_advice';
import { namesRefused } from '../../naming/new_names';
import { offeredModels } from '../../catalog/offered_models';
import { isReusable } from '../../steps/model_deployment';
import { fail, type Check, type Finding } from '../check';
import { otherModels, otherTypes } from '../fixes';

/** The model does not support this capacity. */
export const capacityNotSupported = (
  { minimum, maximum, step, tokensPerUnit }: OfferedSku,
  capacity: number,
): Problem => ({
  code: 'capacity_not_supported',
  field: 'capacity',
  detail: { capacity, minimum, step, tokensPerUnit, ...(maximum === undefined ? {} : { maximum }) },
});

function bounds(sku: OfferedSku, capacity: number): Finding[] {
  const fitting = fitCapacity(sku, capacity) || sku.minimum;
  if (fitting === capacity) return [];
  const detail = { tokens: fitting * sku.tokensPerUnit };
  return [
    fail(capacityNotSupported(sku, capacity), {
      code: 'use_capacity',
      change: { capacity: fitting },
      detail,
    }),
  ];
}

/** Checks that the region offers the model's version, deployment type and capacity. */
export const modelOffered: Check = {
  id: 'model_offered',
  unverified: 'model_unverified',
  async run(context) {
    const { request, azure } = context;
    const { location, modelName: model, modelVersion: version } = request;
    const [{ models }, deployment] = await Promise.all([
      offeredModels(azure, request),
      azure.deployment(request),
    ]);
    if (deployment) return isReusable(deployment, request) ? [] : undefined;
    const offer = findOffer(models, request);
    if (!offer) {
      const detail = { model, version, location };
      return [fail({ code: 'model_not_offered', field: 'modelName', detail }, otherModels)];
    }
    const sku = skuOf(offer, request.deploymentType);
    if (sku) {
      const names = namesRefused('deployment', request).filter(({ field }) => field !== 'capacity');
      return [...names.map((refused) => fail(refused)), ...bounds(sku, request.capacity)];
    }
    const detail = { model, version, location, deploymentType: request.deploymentType };
    return [
      fail({ code: 'deployment_type_not_supported', field: 'deploymentType', detail }, otherTypes),
    ];
  },
};
