/**
 * How long a test waits for one thing before it gives up, in milliseconds. No healthy machine takes so long,
 * however busy it is: the limit ends what hangs and says what was there instead. Jest's own `testTimeout` is
 * twice as long, so that this message comes first.
 */
export const hungAfterMs = 5 * 60_000;
