import { SetupError } from '../../common/problem';

const busy = (): never => {
  throw new SetupError({ code: 'azure_busy' });
};

/**
 * The result of the work, or after the time limit in milliseconds, the result of `late`, which throws `azure_busy` by
 * default.
 */
export async function inTime<T>(
  work: Promise<T>,
  timeoutMs: number,
  late: () => T = busy,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  try {
    return await Promise.race([work, over.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}

/** The result of a call that did not end in time. */
export const abortedCall = Symbol('over');

/** Waits for a call until the signal fires; the call's effects can still occur. */
export async function untilAborted<T>(
  call: Promise<T>,
  signal: AbortSignal,
): Promise<T | typeof abortedCall> {
  let end = () => {};
  const over = new Promise<typeof abortedCall>((resolve) => {
    end = () => resolve(abortedCall);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([call, over]);
  } catch (error) {
    // The call was aborted by the time limit, so its error is meaningless.
    if (signal.aborted) return abortedCall;
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}
