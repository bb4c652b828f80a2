import { i18n } from '@kbn/i18n';
import type { CheckId } from '../../check';
import { type CheckText } from './checked';

/** The words of the checks in `server/core/checks/target`. */
export const targetChecks = {
  kibana_secrets: {
    title: i18n.translate('azureOpenaiSetup.checks.kibana_secrets.title', {
      defaultMessage: 'Encrypted secrets',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.kibana_secrets.pass', {
      defaultMessage: 'Kibana can encrypt the secrets that it stores.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.kibana_secrets.risk', {
      defaultMessage: 'Kibana might be unable to store the API key.',
    }),
  },
  license: {
    title: i18n.translate('azureOpenaiSetup.checks.license.title', { defaultMessage: 'License' }),
    pass: i18n.translate('azureOpenaiSetup.checks.license.pass', {
      defaultMessage: 'The license includes OpenAI connectors and inference endpoints.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.license.risk', {
      defaultMessage: 'The connection might be refused because of the license.',
    }),
  },
  connector_type: {
    title: i18n.translate('azureOpenaiSetup.checks.connector_type.title', {
      defaultMessage: 'OpenAI connector',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.connector_type.pass', {
      defaultMessage: 'The OpenAI connector is enabled in this Kibana.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.connector_type.risk', {
      defaultMessage: 'Kibana might refuse connectors of this type.',
    }),
  },
  connector_privilege: {
    title: i18n.translate('azureOpenaiSetup.checks.connector_privilege.title', {
      defaultMessage: 'Kibana privilege',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.connector_privilege.pass', {
      defaultMessage: 'You can create connectors in this space.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.connector_privilege.risk', {
      defaultMessage: 'Kibana might not let you create the connector.',
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
    risk: i18n.translate('azureOpenaiSetup.checks.api_keys.risk', {
      defaultMessage: 'Setup might be unable to continue in the background.',
    }),
  },
  task_space: {
    title: i18n.translate('azureOpenaiSetup.checks.task_space.title', {
      defaultMessage: 'Space of background tasks',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.task_space.pass', {
      defaultMessage: 'Kibana can run background tasks in this space.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.task_space.risk', {
      defaultMessage: 'Setup might act in a space other than this one.',
    }),
  },
  connector_name: {
    title: i18n.translate('azureOpenaiSetup.checks.connector_name.title', {
      defaultMessage: 'Connector name',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.connector_name.pass', {
      defaultMessage: 'No other connector in this space has this name.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.connector_name.risk', {
      defaultMessage: 'Another connector might have the same name and be mistaken for this one.',
    }),
  },
  inference_support: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_support.title', {
      defaultMessage: 'Inference endpoints',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_support.pass', {
      defaultMessage: 'The assistants of this Kibana version use inference endpoints.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.inference_support.risk', {
      defaultMessage: 'The assistants might not list the inference endpoint.',
    }),
  },
  inference_privilege: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_privilege.title', {
      defaultMessage: 'Elasticsearch privileges',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_privilege.pass', {
      defaultMessage: 'You can create and use inference endpoints.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.inference_privilege.risk', {
      defaultMessage: 'Elasticsearch might not let you create the inference endpoint.',
    }),
  },
  inference_host: {
    title: i18n.translate('azureOpenaiSetup.checks.inference_host.title', {
      defaultMessage: 'Endpoint host',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.inference_host.pass', {
      defaultMessage: 'Elasticsearch supports this host.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.inference_host.risk', {
      defaultMessage:
        'Elasticsearch might be unable to call the host. Setup would then stop at the inference endpoint.',
    }),
  },
  application: {
    title: i18n.translate('azureOpenaiSetup.checks.application.title', {
      defaultMessage: 'Application for Elasticsearch',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.application.pass', {
      defaultMessage: 'Elasticsearch can sign in to the model.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.application.risk', {
      defaultMessage: 'Elasticsearch might not be able to sign in to the model.',
    }),
  },
} satisfies Partial<Record<CheckId, CheckText>>;
