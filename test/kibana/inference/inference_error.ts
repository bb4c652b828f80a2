/** An error of Kibana's plugin `inference`: deciding is by its code and, where a provider refused, by `meta.status`. */
export class InferenceTaskError extends Error {
  override readonly name = 'InferenceTaskError';
  constructor(
    readonly code: 'internalError' | 'providerError' | 'requestError' | 'toolValidationError',
    message: string,
    readonly meta: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
