import type { OfferedSku, Usage } from '../azure/azure';

/** The quota row a sku counts against. Azure sends no row where there is no quota: that is zero. */
export const usageOf = (usages: readonly Usage[], sku: OfferedSku): Usage => {
  const name = sku.usageName.toLowerCase();
  return usages.find((usage) => usage.name === name) ?? { name, used: 0, limit: 0 };
};

export const freeUnits = (usages: readonly Usage[], sku: OfferedSku): number => {
  const { limit, used } = usageOf(usages, sku);
  return Math.max(0, Math.floor(limit - used));
};

/** The largest capacity not above `wanted` that the sku's minimum, maximum and step allow; 0 if none. */
export function fitCapacity(sku: OfferedSku, wanted: number): number {
  const { minimum, maximum = Infinity, step } = sku;
  const bounded = Math.min(wanted, maximum);
  if (bounded < minimum) return 0;
  return minimum + Math.floor((bounded - minimum) / step) * step;
}
