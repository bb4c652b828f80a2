/**
 * Time limit for one wait of a test, in milliseconds. Longer than any machine under load needs, so it only ends hanging
 * waits and reports the state. Jest's `testTimeout` is twice as long, so this message comes first.
 */
export const hungAfterMs = 5 * 60_000;
