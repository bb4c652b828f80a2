import type { Problem, ProblemCode } from '../../../common/problem';

const sessionCodes: ReadonlySet<ProblemCode> = new Set([
  'session_expired',
  'session_unreadable',
  'session_expires_soon',
  'token_expired',
  'token_rejected',
  'sign_in_claims_required',
  'sign_in_without_second_factor',
  'connector_resource_not_seen',
  'no_subscription',
]);

/** True if a new sign-in to Azure solves the problem. */
export const needsSignIn = (problem: Problem | undefined): boolean =>
  problem !== undefined && sessionCodes.has(problem.code);
