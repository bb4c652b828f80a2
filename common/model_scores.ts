/** Where the scores of models come from: Elastic's published matrices, and the month they were read in. */
export const scoreSources = {
  /** `YYYY-MM`. */
  readIn: '2026-10',
  security:
    'https://www.elastic.co/docs/solutions/security/ai/large-language-model-performance-matrix',
  observability: 'https://www.elastic.co/docs/solutions/observability/ai/llm-performance-matrix',
} as const;
