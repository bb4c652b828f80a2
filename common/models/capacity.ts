/** Limits for one deployment of a model, in units of quota. */
export interface Sizes {
  minimum: number;
  maximum?: number;
  step: number;
}

/** The limits, and the quota that the deployment uses. */
export interface CapacityOffer extends Sizes {
  /**
   * Available units: the quota's, limited by the service capacity if known. Absent if the quota could not be read.
   */
  free?: number;
  /** Azure's suggested capacity for one deployment, in units. */
  default?: number;
  /** Tokens per minute of one unit. */
  tokensPerUnit: number;
}

/** More than any deployment has; Azure's lists can contain implausible numbers. */
const largestSize = 10_000_000;

const stepOf = ({ step }: Sizes): number => Math.max(1, Math.ceil(step) || 1);
const smallestOf = ({ minimum }: Sizes): number => Math.max(1, Math.ceil(minimum) || 1);

/** The largest valid capacity up to `wanted`; 0 if even the smallest is larger. */
export function fitCapacity(sizes: Sizes, wanted: number): number {
  const { maximum = Infinity } = sizes;
  const minimum = smallestOf(sizes);
  const step = stepOf(sizes);
  const bounded = Math.min(wanted, maximum, largestSize);
  if (!(bounded >= minimum)) return 0;
  return minimum + Math.floor((bounded - minimum) / step) * step;
}

/**
 * Tokens per minute. Below `tight`, a single question to an assistant can use up a minute; from `ample` on, people do
 * not wait for each other; `ideal` is the most that setup recommends. From Elastic's own estimate and from templates
 * for Azure OpenAI agents, as of November 2026.
 */
export const tokenLevels = { tight: 30_000, ample: 100_000, ideal: 450_000 } as const;

/** Free tokens per minute; undefined if quota could not be read. */
export const freeTokens = (offer: { free?: number; tokensPerUnit: number }): number | undefined =>
  offer.free === undefined ? undefined : offer.free * offer.tokensPerUnit;

/** Why a capacity is recommended. `left`: tokens per minute that stay available. */
type CapacityReason =
  | { code: 'ideal_quota' | 'leaves_a_third' | 'largest_capacity'; detail: { left: number } }
  | { code: 'smallest_capacity' | 'only_free_capacity' }
  | { code: 'model_default_quota'; detail: { units: number } };

interface RecommendedCapacity {
  /** In units; within the limits of one deployment even if less is available. */
  capacity: number;
  reason: CapacityReason;
}

/**
 * The capacity that suits the assistants, but at most two thirds of the available quota and `tokenLevels.ideal`, and at
 * least the minimum.
 */
export function recommendedCapacity(offer: CapacityOffer): RecommendedCapacity {
  const { free, tokensPerUnit } = offer;
  const smallest = smallestOf(offer);
  if (free === undefined) {
    const capacity = fitCapacity(offer, offer.default ?? smallest) || smallest;
    return { capacity, reason: { code: 'model_default_quota', detail: { units: capacity } } };
  }
  const shared = Math.floor((free * 2) / 3);
  const ideal = Math.floor(tokenLevels.ideal / tokensPerUnit);
  const capacity = fitCapacity(offer, Math.min(shared, ideal));
  if (capacity === 0) {
    const code = fitCapacity(offer, free) === 0 ? 'smallest_capacity' : 'only_free_capacity';
    return { capacity: smallest, reason: { code } };
  }
  const detail = { left: (free - capacity) * tokensPerUnit };
  return { capacity, reason: { code: limitOf(offer, shared, ideal), detail } };
}

/** The strictest of the three limits. */
function limitOf({ maximum = Infinity }: Sizes, shared: number, ideal: number) {
  if (maximum < Math.min(shared, ideal)) return 'largest_capacity';
  return ideal < shared ? 'ideal_quota' : 'leaves_a_third';
}

/** `largest`: one deployment cannot use all of the available quota. */
export type CapacityPresetId = 'recommended' | 'small' | 'all_free' | 'largest';

interface CapacityPreset {
  id: CapacityPresetId;
  /** Units. */
  capacity: number;
  /** Tokens per minute. */
  tokens: number;
}

/** The smallest size with which one question does not use up a minute. */
function smallCapacity(offer: CapacityOffer): number {
  const wanted = Math.ceil(tokenLevels.tight / offer.tokensPerUnit);
  const below = fitCapacity(offer, wanted);
  if (below === 0) return smallestOf(offer);
  return below < wanted ? below + stepOf(offer) : below;
}

/** Suggested capacities without duplicates; empty if no quota is available. */
export function capacityPresets(offer: CapacityOffer): CapacityPreset[] {
  const { free, tokensPerUnit, maximum = Infinity } = offer;
  const largest = fitCapacity(offer, free ?? Infinity);
  const all: ReadonlyArray<readonly [CapacityPresetId, number]> = [
    ['recommended', recommendedCapacity(offer).capacity],
    ['small', smallCapacity(offer)],
    [maximum < (free ?? 0) ? 'largest' : 'all_free', free === undefined ? 0 : largest],
  ];
  return all
    .filter(([, capacity]) => capacity > 0 && capacity <= largest)
    .filter(([, capacity], index, left) => left.findIndex((one) => one[1] === capacity) === index)
    .map(([id, capacity]) => ({ id, capacity, tokens: capacity * tokensPerUnit }));
}
