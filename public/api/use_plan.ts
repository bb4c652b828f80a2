import { useQuery } from '@tanstack/react-query';
import type { RouteBody } from '../../common/routes';
import { useCall } from './client';

/** The dry run; looked up anew whenever the review opens. */
export function usePlan(body: RouteBody<'plan'> | undefined) {
  const call = useCall();
  return useQuery({
    queryKey: ['plan', body],
    queryFn: async ({ signal }) => {
      if (!body) throw new Error('There is nothing to plan.');
      return call('plan', { body, signal });
    },
    enabled: body !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
}
