import type { DeploymentType } from '../setup_request';

/** Batch types take jobs of up to 24 hours and answer no chat: `GlobalBatch`, `DataZoneBatch`. */
export const isBatchType = (deploymentType: string): boolean => /batch$/i.test(deploymentType);

/** How near data stays: 2 the region, 1 the zone, 0 anywhere. */
export const dataNearness: Record<DeploymentType, number> = {
  Standard: 2,
  DataZoneStandard: 1,
  GlobalStandard: 0,
};

/** The types that setup creates are paid by token: nothing is paid while they are idle. */
export const isPaidByToken = (deploymentType: string): boolean =>
  Object.hasOwn(dataNearness, deploymentType);

/** Types that are paid by the hour, used or not: `ProvisionedManaged`, `GlobalProvisionedManaged` and the like. */
export const isPaidByHour = (deploymentType: string): boolean =>
  /^(global|datazone)?provisioned(managed)?$/i.test(deploymentType);
