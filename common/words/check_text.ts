import { i18n } from '@kbn/i18n';
import type { CheckId } from '../check';
import { exists, type Checked, type CheckText } from './checked';
import { targetCheckText } from './target_check_text';

export const checkText: Record<CheckId, CheckText> = {
  ...targetCheckText,
  allowed_host: {
    title: i18n.translate('azureOpenaiSetup.checks.allowed_host.title', {
      defaultMessage: 'Allowed hosts',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.allowed_host.pass', {
      defaultMessage: 'Kibana can call the endpoint.',
    }),
  },
  signed_in: {
    title: i18n.translate('azureOpenaiSetup.checks.signed_in.title', {
      defaultMessage: 'Azure sign-in',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.signed_in.pass', {
      defaultMessage: 'Azure accepts your sign-in.',
    }),
  },
  subscription: {
    title: i18n.translate('azureOpenaiSetup.checks.subscription.title', {
      defaultMessage: 'Subscription',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.subscription.pass', {
      defaultMessage: 'The subscription is active.',
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
  },
  permissions: {
    title: i18n.translate('azureOpenaiSetup.checks.permissions.title', {
      defaultMessage: 'Azure permissions',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.permissions.pass', {
      defaultMessage: 'Your roles allow all actions that setup needs.',
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
  },
  egress: {
    title: i18n.translate('azureOpenaiSetup.checks.egress.title', {
      defaultMessage: 'Connection to Azure',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.egress.pass', {
      defaultMessage: "Kibana can reach Azure's hosts for sign-in, management, and endpoints.",
    }),
  },
  offer: {
    title: i18n.translate('azureOpenaiSetup.checks.offer.title', {
      defaultMessage: 'Subscription offer',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.offer.pass', {
      defaultMessage: 'The subscription can use Azure OpenAI.',
    }),
  },
  region: {
    title: i18n.translate('azureOpenaiSetup.checks.region.title', {
      defaultMessage: 'Region',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.region.pass', {
      defaultMessage: 'The region is available to the subscription.',
    }),
  },
  resource_group: {
    title: i18n.translate('azureOpenaiSetup.checks.resource_group.title', {
      defaultMessage: 'Locks',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.resource_group.pass', {
      defaultMessage: 'No lock prevents the changes that setup needs.',
    }),
  },
  account: {
    title: i18n.translate('azureOpenaiSetup.checks.account.title', {
      defaultMessage: 'Azure OpenAI resource',
    }),
    pass: (checked) =>
      exists(checked, 'account')
        ? i18n.translate('azureOpenaiSetup.checks.account.ready', {
            defaultMessage: 'The resource is ready.',
          })
        : i18n.translate('azureOpenaiSetup.checks.account.pass', {
            defaultMessage: 'The region has room for a new resource.',
          }),
  },
  policy: {
    title: i18n.translate('azureOpenaiSetup.checks.policy.title', {
      defaultMessage: 'Policies',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.policy.pass', {
      defaultMessage: "Your organization's policies allow the resource.",
    }),
  },
  network: {
    title: i18n.translate('azureOpenaiSetup.checks.network.title', {
      defaultMessage: 'Network',
    }),
    pass: (checked) =>
      checked.request.networkAccess === 'selected'
        ? i18n.translate('azureOpenaiSetup.checks.network.selected', {
            defaultMessage: 'The selected addresses can call the endpoint.',
          })
        : i18n.translate('azureOpenaiSetup.checks.network.pass', {
            defaultMessage: 'All networks can call the endpoint.',
          }),
  },
  endpoint_reach: {
    title: i18n.translate('azureOpenaiSetup.checks.endpoint_reach.title', {
      defaultMessage: 'Connection to the endpoint',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.endpoint_reach.pass', {
      defaultMessage: 'Kibana connectors can reach the endpoint.',
    }),
  },
  model_lifecycle: {
    title: i18n.translate('azureOpenaiSetup.checks.model_lifecycle.title', {
      defaultMessage: 'Model lifecycle',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.model_lifecycle.pass', {
      defaultMessage: 'The model is current and supports the tools of the AI Assistants.',
    }),
  },
  quota: {
    title: i18n.translate('azureOpenaiSetup.checks.quota.title', { defaultMessage: 'Quota' }),
    pass: i18n.translate('azureOpenaiSetup.checks.quota.pass', {
      defaultMessage: 'Enough tokens per minute are available.',
    }),
  },
};

/** The sentence for a passed check. */
export function passText(check: CheckId, checked: Checked): string {
  const { pass } = checkText[check];
  return typeof pass === 'string' ? pass : pass(checked);
}
