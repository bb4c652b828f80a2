import type { Problem, ProblemCode } from '../../common/problem';

/** Failures of one call of many that the next one may not meet. */
const passing: ReadonlySet<ProblemCode> = new Set([
  'unexpected',
  'kibana_unreachable',
  'too_many_requests',
  'azure_unreachable',
  'azure_busy',
  'azure_throttled',
] as const);

export const isPassing = (problem: Problem | undefined): boolean =>
  problem !== undefined && passing.has(problem.code);
