import { unlessSetupError } from '../../../common/problem';
import type { Azure, ModelCapacity } from '../azure/azure';
import type { RegionModel, RegionModelType } from './region_model';

/**
 * The free capacity of the service itself for a model version, in all regions. Empty if it cannot be read: the quota
 * alone then decides.
 */
export const serviceCapacity = async (
  azure: Azure,
  subscriptionId: string,
  { modelName, modelVersion }: Pick<RegionModel, 'modelName' | 'modelVersion'>,
): Promise<ModelCapacity[]> =>
  (await unlessSetupError(azure.capacities(subscriptionId, { modelName, modelVersion }))) ?? [];

/** Units that the service has left in one region and deployment type; undefined if it does not say. */
export const availableIn = (
  rows: readonly ModelCapacity[],
  { location, deploymentType }: Omit<ModelCapacity, 'available'>,
): number | undefined =>
  rows.find((row) => row.location === location && row.deploymentType === deploymentType)?.available;

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
    const { deploymentType } = type;
    const available = availableIn(rows, { location: model.location, deploymentType });
    return available === undefined ? type : bounded(type, available);
  }),
});
