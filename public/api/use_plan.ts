import type { RouteBody } from '../../common/routes';
import { useAnswer } from './use_answer';

/** The dry run; looked up anew whenever the review opens. */
export function usePlan(body: RouteBody<'plan'> | undefined) {
  return useAnswer('plan', body && { key: JSON.stringify(body), input: { body } }, {
    brief: true,
  });
}
