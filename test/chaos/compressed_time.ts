/**
 * Makes the timers of this process `factor` times as fast, so that a client's 30 seconds pass in one. Sockets keep
 * their own time. Returns a function that puts things right again.
 */
export function compressTime(factor: number): () => void {
  const { setTimeout: original } = globalThis;
  const timeoutOf = AbortSignal.timeout;
  globalThis.setTimeout = Object.assign(
    (callback: () => void, ms = 0, ...rest: []) => original(callback, ms / factor, ...rest),
    original,
  );
  AbortSignal.timeout = (ms) => timeoutOf.call(AbortSignal, ms / factor);
  return () => {
    globalThis.setTimeout = original;
    AbortSignal.timeout = timeoutOf;
  };
}
