import type { UseCase } from '../recommendation';

/** Source of the scores of models: Elastic's published matrices, and the month they were read in. */
export const scoreSources = {
  /** `YYYY-MM`. */
  readIn: '2026-10',
  security:
    'https://www.elastic.co/docs/solutions/security/ai/large-language-model-performance-matrix',
  observability: 'https://www.elastic.co/docs/solutions/observability/ai/llm-performance-matrix',
} as const;

interface Scores {
  securityScore?: number;
  observabilityScore?: number;
}

/** Elastic's score for a use case, 0-10; for both use cases the mean, if both are known. */
export function scoreOf(
  { securityScore, observabilityScore }: Scores,
  useCase: UseCase,
): number | undefined {
  if (useCase === 'security') return securityScore;
  if (useCase === 'observability') return observabilityScore;
  if (securityScore === undefined || observabilityScore === undefined) return undefined;
  return (securityScore + observabilityScore) / 2;
}
