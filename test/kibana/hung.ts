/**
 * Time limit for a test to wait for one thing, in milliseconds. No healthy machine takes this long, even under
 * load: the limit ends a wait that hangs and reports the state instead. Jest's own `testTimeout` is
 * twice as long, so that this message comes first.
 */
export const hungAfterMs = 5 * 60_000;
