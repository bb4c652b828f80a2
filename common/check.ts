import type { Problem } from './problem';
import type { SetupRequest } from './setup_request';

/** The checks, in the order they are shown. Each one is a file of `server/core/checks`. */
export const checkIds = [
  'kibana_secrets',
  'license',
  'connector_type',
  'connector_privilege',
  'api_keys',
  'task_space',
  'egress',
  'allowed_host',
  'connector_name',
  'inference_support',
  'inference_privilege',
  'inference_host',
  'signed_in',
  'subscription',
  'offer',
  'provider_registered',
  'application',
  'permissions',
  'region',
  'resource_group',
  'account',
  'name_free',
  'policy',
  'network',
  'endpoint_reach',
  'model_offered',
  'model_lifecycle',
  'quota',
] as const;
export type CheckId = (typeof checkIds)[number];

/**
 * The finding of a check. `unverified` means that the check could not run; it is never shown as a pass. `fail` disables
 * the button, `warn` requires a review. The page offers each fix as a button.
 */
export type Verdict =
  | { check: CheckId; status: 'pass'; problem?: never; fixes?: never }
  | { check: CheckId; status: 'unverified'; problem: Problem; fixes?: never }
  | { check: CheckId; status: 'warn' | 'fail'; problem: Problem; fixes?: Fix[] };

/** A verdict that is not a pass. */
export type OpenVerdict = Exclude<Verdict, { status: 'pass' }>;

export type VerdictStatus = Verdict['status'];

/** The button of a fix; its text is in `common/words/fix_text.ts`. */
export type FixCode =
  | 'use_location'
  | 'use_deployment_type'
  | 'use_model'
  | 'use_capacity'
  | 'use_name'
  | 'use_existing_account'
  | 'use_existing_deployment'
  | 'use_new_account'
  | 'use_no_keys'
  | 'use_target'
  | 'use_resource_group'
  | 'add_tag'
  | 'close_network'
  | 'restore_account'
  | 'purge_account';

export interface Fix {
  code: FixCode;
  /** The values to set. */
  change: Partial<SetupRequest>;
  /** Values for the text. */
  detail?: Readonly<Record<string, string | number>>;
}
