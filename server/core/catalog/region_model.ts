import type { DeploymentTypeOption, ModelOption } from '../../../common/options';

/** A deployment type of a model version, with its quota and its drawbacks. */
export interface RegionModelType extends DeploymentTypeOption {
  /** The size that Azure suggests for one deployment, in units. */
  default?: number;
}

/** A model version that a region offers, with Elastic's scores. */
export interface RegionModel extends ModelOption {
  /** True for Azure's default version. */
  isDefaultVersion: boolean;
  deploymentTypes: RegionModelType[];
}

export const toModelOption = ({
  isDefaultVersion: _isDefaultVersion,
  deploymentTypes,
  ...model
}: RegionModel): ModelOption => ({
  ...model,
  deploymentTypes: deploymentTypes.map(({ default: _default, ...type }) => type),
});
