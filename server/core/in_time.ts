import { SetupError } from '../../common/problem';

const busy = (): never => {
  throw new SetupError({ code: 'azure_busy' });
};

/** The result of the work; once the time in milliseconds is over, what `late` returns or throws: `azure_busy`. */
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
export const timeIsOver = Symbol('over');

/** Waits for a call until the signal fires; what the call started may still land. */
export async function beforeEnd<T>(
  call: Promise<T>,
  signal: AbortSignal,
): Promise<T | typeof timeIsOver> {
  let end = () => {};
  const over = new Promise<typeof timeIsOver>((resolve) => {
    end = () => resolve(timeIsOver);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([call, over]);
  } catch (error) {
    // The call was aborted because the time is over: its error says nothing about it.
    if (signal.aborted) return timeIsOver;
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}
