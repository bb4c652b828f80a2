import { i18n } from '@kbn/i18n';
import type { CheckId } from '../../check';
import { exists, type CheckText } from './checked';

/** The words of the checks in `server/core/checks/model`. */
export const modelChecks = {
  offer: {
    title: i18n.translate('azureOpenaiSetup.checks.offer.title', {
      defaultMessage: 'Subscription offer',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.offer.pass', {
      defaultMessage: 'The subscription can use Azure OpenAI.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.offer.risk', {
      defaultMessage:
        'This subscription might not be eligible for Azure OpenAI. Setup would then stop at the resource.',
    }),
  },
  model_offered: {
    title: i18n.translate('azureOpenaiSetup.checks.model_offered.title', {
      defaultMessage: 'Model',
    }),
    pass: (checked) =>
      exists(checked, 'model_deployment')
        ? i18n.translate('azureOpenaiSetup.checks.model_offered.deployed', {
            defaultMessage: 'The model is deployed.',
          })
        : i18n.translate('azureOpenaiSetup.checks.model_offered.pass', {
            defaultMessage: 'The model is available in the region.',
          }),
    risk: i18n.translate('azureOpenaiSetup.checks.model_offered.risk', {
      defaultMessage:
        'Azure might not offer the model here. Setup would then stop at the deployment.',
    }),
  },
  model_lifecycle: {
    title: i18n.translate('azureOpenaiSetup.checks.model_lifecycle.title', {
      defaultMessage: 'Model lifecycle',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.model_lifecycle.pass', {
      defaultMessage: 'The model is current and supports the tools of the AI Assistants.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.model_lifecycle.risk', {
      defaultMessage: 'The model version might retire soon or be closed to new deployments.',
    }),
  },
  quota: {
    title: i18n.translate('azureOpenaiSetup.checks.quota.title', { defaultMessage: 'Quota' }),
    pass: i18n.translate('azureOpenaiSetup.checks.quota.pass', {
      defaultMessage: 'Enough tokens per minute are available.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.quota.risk', {
      defaultMessage:
        'Too little quota might be available. Setup would then stop at the deployment.',
    }),
  },
} satisfies Partial<Record<CheckId, CheckText>>;
