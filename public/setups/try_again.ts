import { i18n } from '@kbn/i18n';

/** The button that reads a list again. */
export const tryAgain = i18n.translate('azureOpenaiSetup.setups.tryAgain', {
  defaultMessage: 'Try again',
});
