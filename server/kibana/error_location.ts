/**
 * For the log: the name and the stack of an error or its cause, without the message, which could contain input.
 */
export function describeErrorLocation(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  if (error.cause !== undefined) return describeErrorLocation(error.cause);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
