import { i18n } from '@kbn/i18n';
import type { CheckId } from '../check';
import type { PlannedStep } from '../plan';
import type { SetupRequest } from '../setup_request';
import type { StepId } from '../steps';

/** What was checked. */
export interface Checked {
  request: SetupRequest;
  steps: readonly PlannedStep[];
}

/** The subject of a check, and the sentence for a pass. */
interface CheckText {
  title: string;
  pass: string | ((checked: Checked) => string);
}

const exists = ({ steps }: Checked, id: StepId): boolean =>
  steps.some(({ step, action }) => step === id && action === 'reuse');

export const checkText: Record<CheckId, CheckText> = {
  kibana_secrets: {
    title: i18n.translate('azureOpenaiSetup.checks.kibana_secrets.title', {
      defaultMessage: 'Encrypted secrets',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.kibana_secrets.pass', {
      defaultMessage: 'Kibana can encrypt the secrets that it stores.',
    }),
  },
  license: {
    title: i18n.translate('azureOpenaiSetup.checks.license.title', { defaultMessage: 'License' }),
    pass: i18n.translate('azureOpenaiSetup.checks.license.pass', {
      defaultMessage: 'The license includes OpenAI connectors and inference endpoints.',
    }),
  },
  connector_type: {
    title: i18n.translate('azureOpenaiSetup.checks.connector_type.title', {
      defaultMessage: 'OpenAI connector',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.connector_type.pass', {
      defaultMessage: 'The OpenAI connector is enabled in this Kibana.',
    }),
  },
  connector_privilege: {
    title: i18n.translate('azureOpenaiSetup.checks.connector_privilege.title', {
      defaultMessage: 'Kibana privilege',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.connector_privilege.pass', {
      defaultMessage: 'You can create connectors in this space.',
    }),
  },
  api_keys: {
    title: i18n.translate('azureOpenaiSetup.checks.api_keys.title', {
      defaultMessage: 'Background tasks',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.api_keys.pass', {
      defaultMessage:
        'Elasticsearch API keys are enabled, so setup continues if you leave the page.',
    }),
  },
  task_space: {
    title: i18n.translate('azureOpenaiSetup.checks.task_space.title', {
      defaultMessage: 'Space of background tasks',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.task_space.pass', {
      defaultMessage: 'Kibana can run background tasks in this space.',
    }),
  },
  allowed_host: {
    title: i18n.translate('azureOpenaiSetup.checks.allowed_host.title', {
      defaultMessage: 'Allowed hosts',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.allowed_host.pass', {
      defaultMessage: 'Kibana can call the endpoint.',
    }),
  },
  inference_support: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_support.title', {
      defaultMessage: 'Inference endpoints',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_support.pass', {
      defaultMessage: 'The assistants of this Kibana version use inference endpoints.',
    }),
  },
  inference_privilege: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_privilege.title', {
      defaultMessage: 'Elasticsearch privileges',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_privilege.pass', {
      defaultMessage: 'You can create and use inference endpoints.',
    }),
  },
  inference_host: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_host.title', {
      defaultMessage: 'Endpoint host',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_host.pass', {
      defaultMessage: 'Elasticsearch can call hosts of this kind.',
    }),
  },
  inference_egress: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_egress.title', {
      defaultMessage: 'Network of Elasticsearch',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_egress.pass', {
      defaultMessage: 'Elasticsearch reaches the endpoint.',
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
  application: {
    title: i18n.translate('azureOpenaiSetup.checks.application.title', {
      defaultMessage: 'Application for Elasticsearch',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.application.pass', {
      defaultMessage: 'Elasticsearch has what it needs to sign in to the model.',
    }),
  },
  permissions: {
    title: i18n.translate('azureOpenaiSetup.checks.permissions.title', {
      defaultMessage: 'Azure permissions',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.permissions.pass', {
      defaultMessage: 'Your roles allow every action that setup needs.',
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
  connector_name: {
    title: i18n.translate('azureOpenaiSetup.checks.connector_name.title', {
      defaultMessage: 'Connector name',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.connector_name.pass', {
      defaultMessage: 'No other connector in this space has this name.',
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
      defaultMessage: 'The model is current and works with the tools of the AI Assistants.',
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
