import { i18n } from '@kbn/i18n';
import type { CheckId } from '../check';
import type { CheckText } from './checked';

/** The checks of Kibana, Elasticsearch and what the assistants will use. */
export const targetCheckText = {
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
      defaultMessage: 'Elasticsearch supports this host.',
    }),
  },
  inference_egress: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_egress.title', {
      defaultMessage: 'Network of Elasticsearch',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_egress.pass', {
      defaultMessage: 'Elasticsearch can reach the endpoint.',
    }),
  },
  application: {
    title: i18n.translate('azureOpenaiSetup.checks.application.title', {
      defaultMessage: 'Application for Elasticsearch',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.application.pass', {
      defaultMessage: 'Elasticsearch can sign in to the model.',
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
} satisfies Partial<Record<CheckId, CheckText>>;
