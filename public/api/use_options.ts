import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RouteBody } from '../../common/routes';
import { useCall } from './client';

/** What can be chosen. The former answer stays on the page while a new one is on its way. */
export function useOptions(body: RouteBody<'options'> | undefined) {
  const call = useCall();
  return useQuery({
    queryKey: ['options', body],
    queryFn: ({ signal }) => call('options', { body: body ?? { session: '' }, signal }),
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
}
