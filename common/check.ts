import type { Problem } from './problem';

/** The checks, in the order they are shown. Each one is a file of `server/checks`. */
export const checkIds = [
  'kibana_secrets',
  'licence',
  'connector_type',
  'connector_privilege',
  'api_keys',
  'allowed_host',
  'signed_in',
  'subscription',
  'provider_registered',
  'permissions',
  'name_free',
  'model_offered',
  'quota',
] as const;
export type CheckId = (typeof checkIds)[number];

/**
 * `unverified` means that we could not look: it is never shown as a pass.
 * `fail` blocks the button, `warn` asks.
 */
export type VerdictStatus = 'pass' | 'warn' | 'fail' | 'unverified';

export interface Verdict {
  check: CheckId;
  status: VerdictStatus;
  /** Present unless the status is `pass`. */
  problem?: Problem;
}
