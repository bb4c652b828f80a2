import { i18n } from '@kbn/i18n';

export const setupsTitle = i18n.translate('azureOpenaiSetup.setups.title', {
  defaultMessage: 'Your setups',
});

export const connectAnother = i18n.translate('azureOpenaiSetup.setups.another', {
  defaultMessage: 'Connect another model',
});

export const viewProgress = i18n.translate('azureOpenaiSetup.setups.watch', {
  defaultMessage: 'View progress',
});
