import { AsyncLocalStorage } from 'node:async_hooks';

/** Milliseconds. A longer timer is the time limit of a call, not a pause between two looks. */
const longestPause = 2_000;

/** Multiplies the pauses of everything that the returned function runs, and of nothing else in this process. */
export function shortenPauses(scale: number): <T>(run: () => T) => T {
  if (scale === 1) return (run) => run();
  const shortened = new AsyncLocalStorage<true>();
  const { setTimeout: original } = globalThis;
  globalThis.setTimeout = Object.assign((callback: () => void, ms = 0, ...rest: []) => {
    const isPause = shortened.getStore() === true && ms <= longestPause;
    return original(callback, isPause ? ms * scale : ms, ...rest);
  }, original);
  return (run) => shortened.run(true, run);
}
