import type { RouteBody } from '../../common/routes';
import { useAnswer } from './use_answer';

/** All ways to deploy in all regions; kept for a while, since it takes dozens of calls to Azure. */
export function useOffers(body: RouteBody<'offers'> | undefined) {
  return useAnswer('offers', body && { key: JSON.stringify(body), input: { body } }, {
    freshMs: 2 * 60_000,
  });
}
