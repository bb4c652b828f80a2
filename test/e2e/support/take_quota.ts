import { models, usageNameOf, type WorldState } from '../../azure';

const skus = ['Standard', 'DataZoneStandard', 'GlobalStandard'];
const rows = models.flatMap((model) => skus.map((sku) => usageNameOf(model, sku).toLowerCase()));

/** Others use the quota of every model except `rest` units of 1,000 tokens per minute. */
export function takeQuota({ subscriptions: [subscription] }: WorldState, rest: number): () => void {
  if (!subscription) throw new Error('the world has no subscription');
  const { quota } = subscription;
  const used = { ...quota.used };
  for (const row of rows) used[row] = (quota.limits[row] ?? quota.limit) - rest;
  subscription.quota = { ...quota, used };
  return () => {
    subscription.quota = quota;
  };
}
