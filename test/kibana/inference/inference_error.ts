/** An error of Kibana's plugin `inference`, with a code and, if a provider refused, `meta.status`. */
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
