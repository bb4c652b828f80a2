import type { CapacityOffer } from '../../../common/models/capacity';
import type { AccountKind } from '../../../common/setup_request';

export type LifecycleStatus =
  'Preview' | 'GenerallyAvailable' | 'Legacy' | 'Deprecating' | 'Deprecated';

/** A meter by which Azure bills; its price is in the public price list. */
export interface Meter {
  /** ARM's name of the meter, for example `GeneratedToken`. */
  name: string;
  /** Lowercase GUID. */
  meterId: string;
  unit?: string;
}

/** One deployment type that a model version is offered in. */
export interface OfferedSku extends Omit<CapacityOffer, 'free'> {
  /** ARM's `sku.name`, for example `GlobalStandard`. */
  deploymentType: string;
  /** Name of the quota row, from the catalog. */
  usageName: string;
  /** ISO 8601. */
  retiresAt?: string;
  /** Empty if ARM returns none. */
  meters: readonly Meter[];
}

/** A chat model version that the region offers to one kind of account. */
export interface OfferedModel {
  kind: AccountKind;
  modelName: string;
  modelVersion: string;
  isDefaultVersion: boolean;
  lifecycleStatus: LifecycleStatus;
  /** Supports Chat Completions; false for embeddings and Responses-only models. */
  chatCompletion: boolean;
  /** Supports the Responses API. */
  responses: boolean;
  contextTokens?: number;
  /** ISO 8601. */
  retiresAt?: string;
  skus: readonly OfferedSku[];
}

/** A quota row of a region, in units of capacity. */
export interface Usage {
  /** Lowercase `name.value`, because the case differs between Azure's lists. */
  name: string;
  used: number;
  limit: number;
}

/** The service's available capacity for one model, region and type, in units. */
export interface ModelCapacity {
  location: string;
  /** ARM's `sku.name`. */
  deploymentType: string;
  available: number;
}
