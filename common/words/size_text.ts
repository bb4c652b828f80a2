import { i18n } from '@kbn/i18n';
import type { DeploymentSizes } from '../routes';
import { formatNumber, formatTokens, tokensPerMinute } from './format';

/** Words of the form that changes the throughput of a deployment. */
export const sizeText = {
  open: i18n.translate('azureOpenaiSetup.changeSize.open', { defaultMessage: 'Change throughput' }),
  working: i18n.translate('azureOpenaiSetup.changeSize.working', {
    defaultMessage: 'Azure is changing the throughput of the deployment.',
  }),
  cancel: i18n.translate('azureOpenaiSetup.changeSize.cancel', { defaultMessage: 'Cancel' }),
  rule: ({ minimum, maximum, step, tokensPerUnit }: DeploymentSizes): string =>
    i18n.translate('azureOpenaiSetup.changeSize.rule', {
      defaultMessage: 'Enter a value from {minimum} to {maximum} in steps of {step}.',
      values: {
        minimum: formatNumber(tokensPerMinute(minimum, tokensPerUnit)),
        maximum: formatNumber(tokensPerMinute(maximum, tokensPerUnit)),
        step: formatNumber(tokensPerMinute(step, tokensPerUnit)),
      },
    }),
  range: ({ capacity, minimum, maximum, tokensPerUnit }: DeploymentSizes): string =>
    i18n.translate('azureOpenaiSetup.changeSize.range', {
      defaultMessage: 'The throughput is {current}. Enter a value from {minimum} to {maximum}.',
      values: {
        current: formatTokens(tokensPerMinute(capacity, tokensPerUnit)),
        minimum: formatNumber(tokensPerMinute(minimum, tokensPerUnit)),
        maximum: formatTokens(tokensPerMinute(maximum, tokensPerUnit)),
      },
    }),
  addable: (tokens: number): string =>
    i18n.translate('azureOpenaiSetup.changeSize.addable', {
      defaultMessage: 'Up to {free} of the quota can be added.',
      values: { free: formatNumber(tokens) },
    }),
  fixed: i18n.translate('azureOpenaiSetup.changeSize.fixed', {
    defaultMessage:
      "The throughput can't be changed: the model doesn't support less, and no quota is available for more.",
  }),
  confirm: (tokens: number): string =>
    i18n.translate('azureOpenaiSetup.changeSize.confirm', {
      defaultMessage: 'Change throughput to {tokens}',
      values: { tokens: formatTokens(tokens) },
    }),
  changed: i18n.translate('azureOpenaiSetup.changeSize.changed', {
    defaultMessage: 'The throughput was changed.',
  }),
  done: (size: string): string =>
    i18n.translate('azureOpenaiSetup.changeSize.done', {
      defaultMessage: 'The throughput was changed to {tokens}.',
      values: { tokens: size },
    }),
};
