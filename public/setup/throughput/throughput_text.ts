import { i18n } from '@kbn/i18n';
import { tokensPerAnswer } from '../../../common/models/prices';
import type { CapacityPresetId } from '../../../common/models/capacity';
import { formatCompact, formatNumber } from '../../../common/words/format';
import { standingText } from '../model/model_badge';
import { levelOf } from './answers_text';

/** The suitability of a throughput, starting with the level. */
export function levelText(tokens: number): string {
  const level = levelOf(tokens);
  if (level === 'tight') {
    return i18n.translate('azureOpenaiSetup.plan.throughput.level.tight', {
      defaultMessage: 'Too low. One question can exceed this limit.',
    });
  }
  const values = { answers: Math.floor(tokens / tokensPerAnswer), tokensPerAnswer };
  if (level === 'few') {
    return i18n.translate('azureOpenaiSetup.plan.throughput.level.few', {
      defaultMessage:
        'Limited. About {answers, plural, one {# answer} other {# answers}} a minute ({tokensPerAnswer, number} tokens each): enough for one or two people at a time.',
      values,
    });
  }
  return i18n.translate('azureOpenaiSetup.plan.throughput.level.ample', {
    defaultMessage:
      'Good. About {answers, plural, one {# answer} other {# answers}} a minute ({tokensPerAnswer, number} tokens each): enough for a team.',
    values,
  });
}

export const presetText: Record<CapacityPresetId, (tokens: number) => string> = {
  recommended: () => standingText.recommended,
  small: (tokens) =>
    i18n.translate('azureOpenaiSetup.plan.throughput.preset.small', {
      defaultMessage: 'Small ({tokens})',
      values: { tokens: formatCompact(tokens) },
    }),
  all_free: () =>
    i18n.translate('azureOpenaiSetup.plan.throughput.preset.allFree', {
      defaultMessage: 'All that is available',
    }),
  largest: () =>
    i18n.translate('azureOpenaiSetup.plan.throughput.preset.largest', {
      defaultMessage: 'Largest deployment',
    }),
};

/** The valid range, in tokens per minute. */
export interface TokenRange {
  minimum: number;
  /** Absent if neither quota nor model sets a limit. */
  largest?: number;
  step: number;
}

/** The valid range in one sentence, with the step. */
export function rangeText({ minimum, largest, step }: TokenRange): string {
  const values = {
    minimum: formatNumber(minimum),
    largest: largest === undefined ? '' : formatNumber(largest),
    step: formatNumber(step),
  };
  if (largest === undefined) {
    return i18n.translate('azureOpenaiSetup.plan.throughput.range.open', {
      defaultMessage: 'Enter a value of {minimum} or more, in steps of {step}.',
      values,
    });
  }
  if (largest < minimum) {
    return i18n.translate('azureOpenaiSetup.plan.throughput.range.none', {
      defaultMessage:
        'No quota is available for this model and deployment type. Choose another model, region, or deployment type.',
    });
  }
  if (largest === minimum) {
    return i18n.translate('azureOpenaiSetup.plan.throughput.range.only', {
      defaultMessage: 'The only possible value is {minimum}.',
      values,
    });
  }
  return i18n.translate('azureOpenaiSetup.plan.throughput.range.steps', {
    defaultMessage: 'Enter a value from {minimum} to {largest} in steps of {step}.',
    values,
  });
}
