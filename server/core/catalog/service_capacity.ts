import { SetupError } from '../../../common/problem';
import type { Azure, ModelCapacity } from '../azure/azure';
import type { RegionModel, RegionModelType } from './region_model';

/**
 * What the service itself has left for a model version, in all regions. Nothing when it does not say:
 * quota is a promise that it can be had, so not knowing is no obstacle.
 */
export async function serviceCapacity(
  azure: Azure,
  subscriptionId: string,
  { modelName, modelVersion }: Pick<RegionModel, 'modelName' | 'modelVersion'>,
): Promise<ModelCapacity[]> {
  try {
    return await azure.capacities(subscriptionId, { modelName, modelVersion });
  } catch (error) {
    if (error instanceof SetupError) return [];
    throw error;
  }
}

/** The service's capacity limits the free quota; where quota is unreadable, it only shows that none is left. */
function bounded(type: RegionModelType, available: number): RegionModelType {
  const exhausted = available < type.minimum;
  const free = type.free ?? (exhausted ? 0 : undefined);
  const tooLittle = exhausted && (type.free ?? Infinity) >= type.minimum;
  return {
    ...type,
    ...(free === undefined ? {} : { free: Math.max(0, Math.min(free, available)) }),
    available,
    drawbacks: tooLittle ? [...type.drawbacks, 'no_capacity'] : type.drawbacks,
  };
}

/** The model with the service's own limits taken into account. */
export const withServiceCapacity = (
  model: RegionModel,
  rows: readonly ModelCapacity[],
): RegionModel => ({
  ...model,
  deploymentTypes: model.deploymentTypes.map((type) => {
    const row = rows.find(
      (one) => one.location === model.location && one.deploymentType === type.deploymentType,
    );
    return row ? bounded(type, row.available) : type;
  }),
});
