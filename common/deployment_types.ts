/** Batch types take jobs of up to 24 hours and answer no chat: `GlobalBatch`, `DataZoneBatch`. */
export const isBatchType = (deploymentType: string): boolean => /batch$/i.test(deploymentType);
