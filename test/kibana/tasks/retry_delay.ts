const minute = 60_000;

/** Milliseconds until the next attempt after `attempts` failed ones: 30 s, then a random delay up to an hour. */
export function retryDelay(attempts: number): number {
  if (attempts === 1) return 30_000;
  const longest = Math.min(60 * minute, 5 * minute * 2 ** (attempts - 2));
  return Math.floor(Math.random() * (longest + 1));
}

/**
 * Milliseconds after a claim when the task counts as abandoned: its timeout (at most five minutes) plus the retry
 * delay.
 */
export const abandonedAfter = (timeoutMs: number, attempts: number): number =>
  Math.min(timeoutMs, 5 * minute) + retryDelay(attempts);
