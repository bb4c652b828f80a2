import type { ModelDrawback } from '../options';
import type { Problem } from '../problem';
import type { DeploymentType } from '../setup_request';

/** Why a way to deploy is not the first on the list: the weightiest point in which the first is better. */
export type OfferPlace =
  | 'best'
  | 'not_recommended'
  | 'no_room'
  | 'hard_to_use'
  | 'little_room'
  | 'lower_score'
  | 'other_version'
  | 'data_farther'
  | 'less_free'
  | 'as_good';

/** One way to deploy: a model version in a region, in one deployment type. */
export interface Offer {
  modelName: string;
  modelVersion: string;
  location: string;
  deploymentType: DeploymentType;
  /**
   * Units that one more deployment could have now: what quota, the service and the model's own maximum
   * all allow. 0: none. Absent: quota could not be read.
   */
  free?: number;
  /** Units of the subscription's quota that it counts against. Absent: quota could not be read. */
  limit?: number;
  tokensPerUnit: number;
  /** Elastic's score for the use that was named, 0-10. */
  score?: number;
  /** ISO 8601; the earlier one of the version's and the type's. */
  retiresAt?: string;
  drawbacks: ModelDrawback[];
  place: OfferPlace;
}

/** All ways to deploy in all regions of a subscription, the best first. */
export interface Offers {
  offers: Offer[];
  /** Number of regions that were queried. */
  regions: number;
  /** The regions that could not be looked at, and why. */
  unread: Array<{ location: string; problem: Problem }>;
  /** True when quota could not be read in a region or more; their offers have no `free`. */
  quotaUnreadable: boolean;
}
