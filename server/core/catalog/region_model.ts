import type { ModelOption } from '../../../common/options';

/** A model version that a region offers, with its quota, Elastic's scores and its drawbacks. */
export interface RegionModel extends ModelOption {
  /** The version that Azure deploys when none is named. */
  isDefaultVersion: boolean;
}

export const toModelOption = ({
  isDefaultVersion: _isDefaultVersion,
  ...option
}: RegionModel): ModelOption => option;
