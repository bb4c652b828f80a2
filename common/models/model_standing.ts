import { fitCapacity, type CapacityOffer } from './capacity';
import type { ModelDrawback } from '../options';

/** How the page labels the model that comes first. */
export type ModelStanding = 'recommended' | 'best_available';

interface Judged extends Partial<CapacityOffer> {
  /** Elastic's score for the use case, 0-10; absent if Elastic has not rated the model for it. */
  score?: number;
  drawbacks: readonly ModelDrawback[];
}

/** A model is recommended only if Elastic rates it, it has no drawbacks, and quota for a deployment is available. */
export function standingOf({ score, drawbacks, free = 0, ...sizes }: Judged): ModelStanding {
  const { minimum = 1, maximum, step = 1 } = sizes;
  const hasRoom = fitCapacity({ minimum, maximum, step }, free) > 0;
  return score !== undefined && drawbacks.length === 0 && hasRoom
    ? 'recommended'
    : 'best_available';
}
