import { i18n } from '@kbn/i18n';
import type { CheckId } from '../../check';
import { exists, type CheckText } from './checked';

/** The words of the checks in `server/core/checks/resources`. */
export const resourcesChecks = {
  signed_in: {
    title: i18n.translate('azureOpenaiSetup.checks.signed_in.title', {
      defaultMessage: 'Azure sign-in',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.signed_in.pass', {
      defaultMessage: 'Azure accepts your sign-in.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.signed_in.risk', {
      defaultMessage:
        'Azure might refuse the sign-in. Setup would then stop and ask for a new one.',
    }),
  },
  subscription: {
    title: i18n.translate('azureOpenaiSetup.checks.subscription.title', {
      defaultMessage: 'Subscription',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.subscription.pass', {
      defaultMessage: 'The subscription is active.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.subscription.risk', {
      defaultMessage:
        'The subscription might not accept changes. Setup would then stop at its first step.',
    }),
  },
  provider_registered: {
    title: i18n.translate('azureOpenaiSetup.checks.provider_registered.title', {
      defaultMessage: 'Resource provider',
    }),
    pass: (checked) =>
      exists(checked, 'provider_registration')
        ? i18n.translate('azureOpenaiSetup.checks.provider_registered.registered', {
            defaultMessage: 'Cognitive Services is registered.',
          })
        : i18n.translate('azureOpenaiSetup.checks.provider_registered.pass', {
            defaultMessage: 'Setup can register Cognitive Services.',
          }),
    risk: i18n.translate('azureOpenaiSetup.checks.provider_registered.risk', {
      defaultMessage:
        'Cognitive Services might not be registered. Setup would then stop at its first step.',
    }),
  },
  permissions: {
    title: i18n.translate('azureOpenaiSetup.checks.permissions.title', {
      defaultMessage: 'Azure permissions',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.permissions.pass', {
      defaultMessage: 'Your roles allow all actions that setup needs.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.permissions.risk', {
      defaultMessage: 'A permission might be missing. The step that needs it would then stop.',
    }),
  },
  region: {
    title: i18n.translate('azureOpenaiSetup.checks.region.title', {
      defaultMessage: 'Region',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.region.pass', {
      defaultMessage: 'The region is available to the subscription.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.region.risk', {
      defaultMessage:
        'The region might be closed to the subscription. Setup would then stop at the resource.',
    }),
  },
  resource_group: {
    title: i18n.translate('azureOpenaiSetup.checks.resource_group.title', {
      defaultMessage: 'Locks',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.resource_group.pass', {
      defaultMessage: 'No lock prevents the changes that setup needs.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.resource_group.risk', {
      defaultMessage:
        'A lock might forbid changes. Setup would then stop at the first resource it creates.',
    }),
  },
  name_free: {
    title: i18n.translate('azureOpenaiSetup.checks.name_free.title', {
      defaultMessage: 'Names',
    }),
    pass: (checked) =>
      exists(checked, 'account')
        ? i18n.translate('azureOpenaiSetup.checks.name_free.reused', {
            defaultMessage: 'The names belong to resources that will be reused.',
          })
        : i18n.translate('azureOpenaiSetup.checks.name_free.pass', {
            defaultMessage: 'The names are available.',
          }),
    risk: i18n.translate('azureOpenaiSetup.checks.name_free.risk', {
      defaultMessage: 'The endpoint name might be taken. Setup would then stop at the resource.',
    }),
  },
  policy: {
    title: i18n.translate('azureOpenaiSetup.checks.policy.title', {
      defaultMessage: 'Policies',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.policy.pass', {
      defaultMessage: "Your organization's policies allow the resource.",
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.policy.risk', {
      defaultMessage:
        'A policy might forbid the resource or change it. Setup would then stop at the resource.',
    }),
  },
} satisfies Partial<Record<CheckId, CheckText>>;
