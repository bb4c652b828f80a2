/**
 * Time limit for one wait of a test, in milliseconds. Longer than any machine under load needs, so it only ends hanging
 * waits and reports the state. Jest's `testTimeout` is twice as long, so this message comes first.
 */
export const hungAfterMs = 5 * 60_000;

/** Reads until the value satisfies the test. */
export async function until<T>(
  read: () => T | Promise<T>,
  satisfied: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + hungAfterMs;
  for (;;) {
    const value = await read();
    if (satisfied(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
