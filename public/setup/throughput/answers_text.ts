import { i18n } from '@kbn/i18n';
import { tokenLevels } from '../../../common/models/capacity';
import { tokensPerAnswer } from '../../../common/models/prices';

type Level = 'tight' | 'few' | 'ample';

/** The suitability level of a throughput for the assistants. */
export function levelOf(tokens: number): Level {
  if (tokens < tokenLevels.tight) return 'tight';
  return tokens < tokenLevels.ample ? 'few' : 'ample';
}

/** In the middle of a line: "about 12 answers a minute". */
export function answersText(tokens: number): string {
  if (levelOf(tokens) === 'tight') {
    return i18n.translate('azureOpenaiSetup.plan.throughput.tooLow', {
      defaultMessage: 'too low because one question can exceed this limit',
    });
  }
  return i18n.translate('azureOpenaiSetup.plan.throughput.answers', {
    defaultMessage: 'about {answers, plural, one {# answer} other {# answers}} a minute',
    values: { answers: Math.floor(tokens / tokensPerAnswer) },
  });
}
