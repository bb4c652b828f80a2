import { i18n } from '@kbn/i18n';

export const setupsTitle = i18n.translate('azureOpenaiSetup.setups.title', {
  defaultMessage: 'Your setups',
});
