import type { Recommendation } from '../../common/recommendation';
import type { RouteBody } from '../../common/routes';
import { useAnswer } from './use_answer';

interface Ask {
  body: RouteBody<'recommendation'>;
  /** Names what the answer depends on: the same key has the same answer. */
  key: string;
  /** The answer of before a reload. */
  known?: Recommendation;
}

/** A complete request with reasons. */
export function useRecommendation(ask: Ask | undefined) {
  return useAnswer(
    'recommendation',
    ask && { key: ask.key, input: { body: ask.body }, ...(ask.known && { known: ask.known }) },
    // Recommended names are made up anew each time: an answer stays while what it depends on does.
    { freshMs: Infinity, keepFormer: true },
  );
}
