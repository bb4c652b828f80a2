import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Recommendation } from '../../common/recommendation';
import type { RouteBody } from '../../common/routes';
import { useCall } from './client';

interface Ask {
  body: RouteBody<'recommendation'>;
  /** Names what the answer depends on: the same key has the same answer. */
  key: string;
  /** The answer of before a reload. */
  known?: Recommendation;
}

/** A complete request with reasons. */
export function useRecommendation(ask: Ask | undefined) {
  const call = useCall();
  return useQuery({
    queryKey: ['recommendation', ask?.key],
    queryFn: async ({ signal }) => {
      if (!ask) throw new Error('Nothing was asked.');
      return call('recommendation', { body: ask.body, signal });
    },
    enabled: ask !== undefined,
    placeholderData: keepPreviousData,
    // Recommended names are made up anew each time: an answer stays while what it depends on does.
    staleTime: Infinity,
    gcTime: Infinity,
    ...(ask?.known && { initialData: ask.known }),
  });
}
