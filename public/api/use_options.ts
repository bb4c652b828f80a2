import type { RouteBody } from '../../common/routes';
import { useAnswer } from './use_answer';

/** What can be chosen. The former answer stays on the page while a new one is on its way. */
export function useOptions(body: RouteBody<'options'> | undefined) {
  return useAnswer('options', body && { key: JSON.stringify(body), input: { body } }, {
    freshMs: 5 * 60_000,
    keepFormer: true,
  });
}
