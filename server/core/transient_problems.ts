import type { ProblemCode } from '../../common/problem';

/** Temporary problems, worth another look up to a limit. */
export const transientProblems: ReadonlySet<ProblemCode> = new Set([
  'account_busy',
  'azure_busy',
  'azure_throttled',
  'azure_unreachable',
  'connector_slow',
  'elasticsearch_unavailable',
  'gateway_unavailable',
  'proxy_unreachable',
]);
