const minute = 60_000;

/** Milliseconds until the next attempt after `attempts` failed ones: 30 s, then a random delay up to an hour. */
export function retryDelay(attempts: number): number {
  if (attempts === 1) return 30_000;
  const longest = Math.min(60 * minute, 5 * minute * 2 ** (attempts - 2));
  return Math.floor(Math.random() * (longest + 1));
}

/**
 * Milliseconds after a claim at which the task is taken to be abandoned: its time-out (five minutes at most)
 * and the delay before a retry.
 */
export const abandonedAfter = (timeoutMs: number, attempts: number): number =>
  Math.min(timeoutMs, 5 * minute) + retryDelay(attempts);
