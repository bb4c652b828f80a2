import type { DeploymentType } from '../setup_request';

/** Batch types process jobs of up to 24 hours and do not support chat: `GlobalBatch`, `DataZoneBatch`. */
export const isBatchType = (deploymentType: string): boolean => /batch$/i.test(deploymentType);

/** How near data stays: 2 in the region, 1 in the data zone, 0 anywhere. */
export const dataNearness: Record<DeploymentType, number> = {
  Standard: 2,
  DataZoneStandard: 1,
  GlobalStandard: 0,
};

/** The types that setup creates are billed per token, with no cost while idle. */
export const isPaidByToken = (deploymentType: string): boolean =>
  Object.hasOwn(dataNearness, deploymentType);

/** Types that are billed per hour, used or not: `ProvisionedManaged`, `GlobalProvisionedManaged` and the like. */
export const isPaidByHour = (deploymentType: string): boolean =>
  /^(global|datazone)?provisioned(managed)?$/i.test(deploymentType);
