import type { Problem } from '../../../common/problem';
import type { OfferedSku, Usage } from '../azure/azure';

/** A quota row. */
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
 * The quota of a sku. Azure lists a row for every model and type with quota, so a missing row means zero. Without any
 * rows, the quota is unknown: undefined.
 */
export function quotaOf(usages: readonly Usage[] | undefined, sku: OfferedSku): Quota | undefined {
  if (!usages || usages.length === 0) return undefined;
  const { limit, used } = rowOf(usages, sku) ?? { limit: 0, used: 0 };
  return { free: Math.max(0, Math.floor(limit - used)), limit, used };
}

/** Why there is no room for so many units more: in the quota, or in what the service has left; undefined if there is. */
export function shortageOf(
  needed: number,
  quota: Quota,
  available: number,
  about: { model: string; location: string; tokensPerUnit: number },
): Problem<'insufficient_quota' | 'insufficient_capacity'> | undefined {
  const detail = { ...quota, needed, ...about };
  if (needed > quota.free) return { code: 'insufficient_quota', detail };
  if (needed <= available) return undefined;
  return { code: 'insufficient_capacity', detail: { ...detail, available } };
}
