import type { AccountKind } from '../../../common/setup_request';

export type LifecycleStatus =
  'Preview' | 'GenerallyAvailable' | 'Legacy' | 'Deprecating' | 'Deprecated';

/** A meter by which Azure bills; its price is in the public price list. */
export interface Meter {
  /** ARM's name for what it counts, for example `GeneratedToken`. */
  name: string;
  /** Lower-cased GUID. */
  meterId: string;
  unit?: string;
}

/** One deployment type that a model version is offered in. */
export interface OfferedSku {
  /** ARM's `sku.name`, for example `GlobalStandard`. */
  deploymentType: string;
  /** Name of the quota row this counts against; taken from the catalog, never built. */
  usageName: string;
  minimum: number;
  maximum?: number;
  step: number;
  default?: number;
  tokensPerUnit: number;
  /** ISO 8601. */
  retiresAt?: string;
  /** Empty if ARM names none. */
  meters: readonly Meter[];
}

/** A chat model version as the region offers it to one kind of account. */
export interface OfferedModel {
  kind: AccountKind;
  modelName: string;
  modelVersion: string;
  isDefaultVersion: boolean;
  lifecycleStatus: LifecycleStatus;
  /** Answers Chat Completions; false for embeddings and for Responses-only models. */
  chatCompletion: boolean;
  /** Answers the Responses API. */
  responses: boolean;
  contextTokens?: number;
  /** ISO 8601. */
  retiresAt?: string;
  skus: readonly OfferedSku[];
}

/** A quota row of a region, in units of capacity. */
export interface Usage {
  /** Lower-cased `name.value`: Azure's casing differs between its own lists. */
  name: string;
  used: number;
  limit: number;
}

/** Free capacity of the service itself for one way to deploy a model, in units. */
export interface ModelCapacity {
  location: string;
  /** ARM's `sku.name`. */
  deploymentType: string;
  available: number;
}
