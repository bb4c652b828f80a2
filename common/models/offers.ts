import type { ModelDrawback } from '../options';
import type { Problem } from '../problem';
import type { DeploymentType } from '../setup_request';

/** One offer: a model version in a region and deployment type. */
export interface Offer {
  modelName: string;
  modelVersion: string;
  location: string;
  deploymentType: DeploymentType;
  /**
   * Units that one more deployment could have now, within the quota, the service capacity and the model's maximum.
   * Absent if the quota could not be read.
   */
  free?: number;
  /** The subscription's quota for it, in units. Absent if the quota could not be read. */
  limit?: number;
  tokensPerUnit: number;
  /** Elastic's score for the requested use case, 0-10. */
  score?: number;
  /** ISO 8601; the earlier date of the version and the type. */
  retiresAt?: string;
  drawbacks: ModelDrawback[];
}

/** All offers in all regions of a subscription, best first. */
export interface Offers {
  offers: Offer[];
  /** Number of regions that were queried. */
  regions: number;
  /** The regions that could not be read, and why. */
  unread: Array<{ location: string; problem: Problem }>;
  /** True if the quota of one or more regions could not be read; their offers have no `free`. */
  quotaUnreadable: boolean;
}
