import { i18n } from '@kbn/i18n';
import type { VersionUpgradeOption } from '../setup_request';

export const versionPolicyText: Record<VersionUpgradeOption, { name: string; meaning: string }> = {
  OnceNewDefaultVersionAvailable: {
    name: i18n.translate('azureOpenaiSetup.model.policy.onNewDefault', {
      defaultMessage: 'Auto-update to default (recommended)',
    }),
    meaning: i18n.translate('azureOpenaiSetup.model.policy.onNewDefaultMeaning', {
      defaultMessage:
        'Azure updates the deployment to the new default version of the model within about two weeks.',
    }),
  },
  OnceCurrentVersionExpired: {
    name: i18n.translate('azureOpenaiSetup.model.policy.onExpiry', {
      defaultMessage: 'Update when the current version expires',
    }),
    meaning: i18n.translate('azureOpenaiSetup.model.policy.onExpiryMeaning', {
      defaultMessage:
        'The deployment keeps its version until Azure retires it, then updates to the default version.',
    }),
  },
  NoAutoUpgrade: {
    name: i18n.translate('azureOpenaiSetup.model.policy.never', {
      defaultMessage: "Don't update",
    }),
    meaning: i18n.translate('azureOpenaiSetup.model.policy.neverMeaning', {
      defaultMessage:
        'The deployment stops working when its version retires, unless you update it.',
    }),
  },
};
