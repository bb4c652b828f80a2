/** How large one deployment of a model may be, in units of quota. */
export interface Sizes {
  minimum: number;
  maximum?: number;
  step: number;
}

/** Beyond what any deployment has; Azure's lists are not always of sense. */
const largestSize = 10_000_000;

/** The largest size not above `wanted`; 0 when the smallest is larger. */
export function fitCapacity(sizes: Sizes, wanted: number): number {
  const { maximum = Infinity } = sizes;
  const minimum = Math.max(1, Math.ceil(sizes.minimum) || 1);
  const step = Math.max(1, Math.ceil(sizes.step) || 1);
  const bounded = Math.min(wanted, maximum, largestSize);
  if (!(bounded >= minimum)) return 0;
  return minimum + Math.floor((bounded - minimum) / step) * step;
}

/**
 * Tokens per minute. Below `tight` a single question to an assistant can use up a minute; from `ample` on
 * people do not wait for each other; `ideal` is the most that setup takes by itself. From Elastic's
 * own estimate and from templates for Azure OpenAI agents, as of November 2026.
 */
export const tokenLevels = { tight: 30_000, ample: 100_000, ideal: 450_000 } as const;

/** Free tokens per minute; undefined if quota could not be read. */
export const freeTokens = (offer: { free?: number; tokensPerUnit: number }): number | undefined =>
  offer.free === undefined ? undefined : offer.free * offer.tokensPerUnit;
