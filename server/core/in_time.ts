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
