/** HTTP status of a Kibana error, plain or Boom; `undefined` for others. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return 'output' in error ? statusOf(error.output) : undefined;
}
