import * as v from 'valibot';
import type { ModelOption } from './options';
import { setupRequestSchema, type SetupField, type SetupRequest } from './setup_request';
import { targetReasons } from './targets/target_reasons';

export const useCaseSchema = v.picklist(['security', 'observability', 'both']);
export type UseCase = v.InferOutput<typeof useCaseSchema>;
export const isUseCase = (text: string): text is UseCase => v.is(useCaseSchema, text);

/** The person's choices, which the recommendation keeps. */
export const fixedSchema = v.partial(setupRequestSchema);
export type Fixed = v.InferOutput<typeof fixedSchema>;

/** Why a value was chosen. The words live in `common/words/reason_text.ts`. */
export const reasonCodes = [
  'chosen_by_you',
  'only_subscription',
  'first_usable_subscription',
  'new_resource_group',
  'existing_resource_group',
  'existing_account',
  'room_for_model',
  'no_quota_here',
  'model_offered',
  'free_name',
  'names_endpoint',
  'widest_choice_of_models',
  'reachable_by_kibana',
  'no_address_rules',
  'no_tags',
  'best_score',
  'rated',
  'best_available',
  'default_version',
  'newest_version',
  'most_quota',
  'nearest_with_quota',
  'nearest_type',
  'data_stays_in_region',
  'named_after_model',
  'ideal_quota',
  'leaves_a_third',
  'largest_capacity',
  'only_free_capacity',
  'smallest_capacity',
  'model_default_quota',
  'stays_supported',
  'needs_no_application',
  'account_without_keys',
  ...targetReasons,
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  code: ReasonCode;
  detail?: Readonly<Record<string, string | number>>;
}

/** The fields that a recommendation sets: all except those that only a person can set. */
export type RecommendedField = Exclude<SetupField, 'onDeletedAccount' | 'applicationId'>;

/** A complete request, based on what the subscription offers, with the reason for each value. */
export interface Recommendation {
  request: SetupRequest;
  reasons: Record<RecommendedField, Reason>;
  /** The recommended model's offer, for the card that shows it. */
  model: ModelOption;
}
