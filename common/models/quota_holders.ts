interface Deployed {
  modelName: string;
  modelVersion: string;
  deploymentType: string;
}

/** One line of the catalog: the quota row that deployments of this kind count against. */
interface QuotaUse extends Deployed {
  usageName: string;
}

/** A version that is no longer in the catalog counts in the same row as the model's other versions. */
function usageNameOf(catalog: readonly QuotaUse[], deployed: Deployed): string | undefined {
  const similar = catalog.filter(
    ({ modelName, deploymentType }) =>
      modelName === deployed.modelName && deploymentType === deployed.deploymentType,
  );
  const same = similar.find(({ modelVersion }) => modelVersion === deployed.modelVersion);
  return (same ?? similar[0])?.usageName.toLowerCase();
}

/** The deployments that count against the quota row, largest first. */
export const quotaHolders = <D extends Deployed & { capacity: number }>(
  deployments: readonly D[],
  catalog: readonly QuotaUse[],
  usageName: string,
): D[] =>
  deployments
    .filter((one) => usageNameOf(catalog, one) === usageName.toLowerCase())
    .sort((a, b) => b.capacity - a.capacity);
