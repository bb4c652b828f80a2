import type { OfferedSku, Usage } from '../azure/azure';

/** A sku's quota row as Azure lists it. */
export const rowOf = (usages: readonly Usage[], sku: OfferedSku): Usage | undefined => {
  const name = sku.usageName.toLowerCase();
  return usages.find((usage) => usage.name === name);
};

export interface Quota {
  free: number;
  limit: number;
  used: number;
}

/**
 * The quota that a sku counts against. Azure lists a row for every model and type that the subscription
 * has quota for, so a row that is missing among others is a quota of zero. A list without any row says
 * nothing: undefined.
 */
export function quotaOf(usages: readonly Usage[] | undefined, sku: OfferedSku): Quota | undefined {
  if (!usages || usages.length === 0) return undefined;
  const { limit, used } = rowOf(usages, sku) ?? { limit: 0, used: 0 };
  return { free: Math.max(0, Math.floor(limit - used)), limit, used };
}
