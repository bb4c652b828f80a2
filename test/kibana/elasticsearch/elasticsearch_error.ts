/** One exception as Elasticsearch writes it; causes nest. */
export interface Exception {
  type: string;
  reason: string;
  caused_by?: Exception;
  /** More fields of this type of exception. */
  more?: Record<string, unknown>;
}

/** A refusal: the HTTP status and the exception of its body. */
export class ElasticsearchError extends Error {
  constructor(
    readonly status: number,
    readonly exception: Exception,
    /** Of a provider's refusal. */
    readonly provider: { code?: string; isRetried?: boolean } = {},
  ) {
    super(exception.reason);
  }
}

export const refusal = (status: number, type: string, reason: string, cause?: Exception) =>
  new ElasticsearchError(status, { type, reason, ...(cause && { caused_by: cause }) });

const written = ({ type, reason, caused_by, more }: Exception): Record<string, unknown> => ({
  type,
  reason,
  ...more,
  ...(caused_by && { caused_by: written(caused_by) }),
});

/** The body of every refusal but those of chat completions. */
export const errorBody = ({ status, exception }: ElasticsearchError) => ({
  error: {
    root_cause: [{ type: exception.type, reason: exception.reason, ...exception.more }],
    ...written(exception),
  },
  status,
});

const reasonPhrases: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
};

/** The body of a refused chat completion: the form of OpenAI's API. `code` is the provider's, if it gave one. */
export const chatErrorBody = ({ status, exception, provider }: ElasticsearchError) => ({
  error: {
    code: provider.code ?? reasonPhrases[status] ?? 'internal_server_error',
    message: exception.reason,
    type: exception.type,
  },
});

/** Validation errors are numbered, each closed with a semicolon. */
export const validationError = (errors: readonly string[], type = 'validation_exception') =>
  refusal(
    400,
    type,
    `Validation Failed: ${errors.map((error, index) => `${index + 1}: ${error};`).join('')}`,
  );

export const notFound = (id: string) =>
  refusal(404, 'resource_not_found_exception', `Inference endpoint not found [${id}]`);
