/**
 * For the log: what kind of error, and where it was thrown. Not its message, which could repeat what somebody sent.
 * A named failure that has a cause tells of that.
 */
export function describeErrorLocation(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  if (error.cause !== undefined) return describeErrorLocation(error.cause);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
