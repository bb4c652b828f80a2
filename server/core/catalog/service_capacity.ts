import { unlessSetupError } from '../../../common/problem';
import type { Azure, ModelCapacity } from '../azure/azure';
import type { RegionModel, RegionModelType } from './region_model';

type Version = Pick<RegionModel, 'modelName' | 'modelVersion'>;

/** The version as a key: all regions share its capacity. */
export const versionOf = ({ modelName, modelVersion }: Version): string =>
  `${modelName}/${modelVersion}`;

/**
 * The service's available capacity for a model version, in all regions. Empty if it cannot be read, so only the quota
 * counts.
 */
export const serviceCapacity = async (
  azure: Azure,
  subscriptionId: string,
  { modelName, modelVersion }: Version,
): Promise<ModelCapacity[]> =>
  (await unlessSetupError(azure.capacities(subscriptionId, { modelName, modelVersion }))) ?? [];

/** The service's capacity in one region and deployment type, in units; undefined if unknown. */
export const availableIn = (
  rows: readonly ModelCapacity[],
  { location, deploymentType }: Omit<ModelCapacity, 'available'>,
): number | undefined =>
  rows.find((row) => row.location === location && row.deploymentType === deploymentType)?.available;

/** Limits the available quota by the service capacity. If the quota is unreadable, only a capacity of zero counts. */
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

/** The model limited by the service capacity. */
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
