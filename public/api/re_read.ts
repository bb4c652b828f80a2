import { focusManager, type QueryState } from '@tanstack/react-query';

/** In ms. The page shows the work of other tabs and people after this time, or when the person comes back to it. */
const interval = 30_000;

/** The time until the next read of what others can change; false while the page is hidden. */
export const restInterval = (): number | false => focusManager.isFocused() && interval;

/** Options of a query whose answer others can change. */
export const reRead = { refetchOnWindowFocus: true, refetchInterval: restInterval } as const;

/** Counts from the end of a request, not from its start: an answer can take longer than the interval. */
export const between = (milliseconds: number, { fetchStatus }: Pick<QueryState, 'fetchStatus'>) =>
  fetchStatus === 'idle' && milliseconds;
