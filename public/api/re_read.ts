import { focusManager, type QueryState } from '@tanstack/react-query';

/** In ms. Changes of other tabs and people appear after this time, or on window focus. */
const interval = 30_000;

/** The refetch interval of data that others can change; false while the page is hidden. */
export const restInterval = (): number | false => focusManager.isFocused() && interval;

/** Query options for data that others can change. */
export const reRead = { refetchOnWindowFocus: true, refetchInterval: restInterval } as const;

/** Counts from the end of a request, because a request can take longer than the interval. */
export const between = (milliseconds: number, { fetchStatus }: Pick<QueryState, 'fetchStatus'>) =>
  fetchStatus === 'idle' && milliseconds;
