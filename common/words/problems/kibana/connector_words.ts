import { i18n } from '@kbn/i18n';
import { azureAnswer } from '../request_words';
import { hostSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, hasPositive, type Words } from '../words';

/** The connector, and Kibana's conditions for it. */
export const connectorWords = {
  encryption_key_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.encryption_key_missing.title', {
      defaultMessage: "This Kibana can't store secrets yet",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.encryption_key_missing.cause', {
      defaultMessage:
        "Kibana encrypts the API keys that it stores, but xpack.encryptedSavedObjects.encryptionKey isn't set.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.encryption_key_missing.remedy', {
      defaultMessage:
        'Ask the person who runs the Kibana server to create a key with the command below, add the line to kibana.yml of every node, and restart Kibana.',
    }),
    link: {
      href: 'https://www.elastic.co/docs/deploy-manage/security/secure-saved-objects',
      text: i18n.translate('azureOpenaiSetup.problems.encryption_key_missing.link', {
        defaultMessage: 'Kibana encryption keys',
      }),
    },
    command: 'bin/kibana-encryption-keys generate',
  }),
  license_insufficient: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.license_insufficient.title', {
      defaultMessage: "The license doesn't include connections to AI models",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.license_insufficient.cause', {
        defaultMessage:
          'OpenAI connectors and inference endpoints require an Enterprise license or a trial.',
      }),
      has(detail, 'license') &&
        i18n.translate('azureOpenaiSetup.problems.license_insufficient.present', {
          defaultMessage: 'The current license is {license}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.license_insufficient.remedy', {
      defaultMessage:
        'Start a trial or update the license under Stack Management > License Management. You need the cluster privilege manage.',
    }),
    link: {
      href: 'https://www.elastic.co/subscriptions',
      text: i18n.translate('azureOpenaiSetup.problems.license_insufficient.link', {
        defaultMessage: 'Compare subscriptions',
      }),
    },
  }),
  connector_type_disabled: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_type_disabled.title', {
      defaultMessage: 'The OpenAI connector is disabled in this Kibana',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.connector_type_disabled.cause', {
      defaultMessage: "The setting xpack.actions.enabledActionTypes in kibana.yml doesn't list it.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_type_disabled.remedy', {
      defaultMessage:
        'Ask the person who runs the Kibana server to add .gen-ai to xpack.actions.enabledActionTypes and restart Kibana.',
    }),
    link: {
      href: 'https://www.elastic.co/docs/reference/kibana/configuration-reference/alerting-settings',
      text: i18n.translate('azureOpenaiSetup.problems.connector_type_disabled.link', {
        defaultMessage: 'Connector settings',
      }),
    },
  }),
  connector_privilege_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_privilege_missing.title', {
      defaultMessage: "You can't create connectors in this space",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.connector_privilege_missing.cause', {
      defaultMessage:
        'Your roles don\'t have the Kibana privilege "Actions and Connectors: All" in this space.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_privilege_missing.remedy', {
      defaultMessage:
        'Ask the person who manages roles to add it under Stack Management > Roles, or go to a space where you have it.',
    }),
  }),
  setup_privilege_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.setup_privilege_missing.title', {
      defaultMessage: "You can't use this page",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.setup_privilege_missing.cause', {
      defaultMessage:
        'Your roles don\'t have the Kibana privilege "Azure OpenAI setup: All" in this space.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.setup_privilege_missing.remedy', {
      defaultMessage: 'Ask the person who manages roles to add it under Stack Management > Roles.',
    }),
  }),
  host_not_allowed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.host_not_allowed.title', {
      defaultMessage: "Kibana isn't allowed to call the endpoint",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.host_not_allowed.cause', {
        defaultMessage:
          "The setting xpack.actions.allowedHosts in kibana.yml lists the hosts that connectors can call, and the endpoint isn't among them.",
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.host_not_allowed.remedy', {
      defaultMessage:
        'Ask the person who runs the Kibana server to add the host to xpack.actions.allowedHosts and restart Kibana. Or enter an endpoint name that is already listed.',
    }),
    link: {
      href: 'https://www.elastic.co/docs/reference/kibana/configuration-reference/alerting-settings',
      text: i18n.translate('azureOpenaiSetup.problems.host_not_allowed.link', {
        defaultMessage: 'Connector settings',
      }),
    },
  }),
  api_keys_disabled: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.api_keys_disabled.title', {
      defaultMessage: 'API keys are disabled in Elasticsearch',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.api_keys_disabled.cause', {
      defaultMessage:
        'Setup needs one of your API keys to continue in the background if you leave the page.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.api_keys_disabled.remedy', {
      defaultMessage:
        'Ask the person who runs Elasticsearch to set xpack.security.authc.api_key.enabled: true and restart it.',
    }),
  }),
  connector_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_conflict.title', {
      defaultMessage: 'Another connector has the same ID',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.connector_conflict.cause', {
        defaultMessage: 'The other connector is in this space or in another one.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.connector_conflict.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_conflict.remedy', {
      defaultMessage:
        'Start a new setup. It reuses the resources in Azure and creates a connector with a new ID.',
    }),
  }),
  connector_name_used: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_name_used.title', {
      defaultMessage: 'Another connector has this name',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.connector_name_used.cause', {
        defaultMessage: "Kibana allows this, but people can't tell the two connectors apart.",
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.connector_name_used.name', {
          defaultMessage: 'The name is "{name}".',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_name_used.remedy', {
      defaultMessage: 'Enter another connector name, or continue with this one.',
    }),
  }),
  connector_refused: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_refused.title', {
      defaultMessage: 'Kibana refused the connector',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.connector_refused.cause', {
        defaultMessage: "The connector didn't pass Kibana's validation.",
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_refused.remedy', {
      defaultMessage:
        'Try again. If it fails again, look for the reason in the Kibana server log. Everything created in Azure is kept.',
    }),
  }),
  connector_slow: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_slow.title', {
      defaultMessage: 'Kibana takes too long to read or save the connector',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.connector_slow.cause', {
        defaultMessage: 'Kibana stores connectors in Elasticsearch, which might be busy.',
      }),
      hasPositive(detail, 'seconds') &&
        i18n.translate('azureOpenaiSetup.problems.connector_slow.seconds', {
          defaultMessage:
            'No answer arrived within {seconds, plural, one {# second} other {# seconds}}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_slow.remedy', {
      defaultMessage:
        'Try again. If it fails again, check the health of Elasticsearch in Stack Monitoring.',
    }),
  }),
  connector_changed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_changed.title', {
      defaultMessage: 'The connector was changed after setup created it',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.connector_changed.cause', {
        defaultMessage: 'It now calls a different address, so setup leaves it unchanged.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.connector_changed.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_changed.remedy', {
      defaultMessage:
        "If you don't need the connector, delete it under Stack Management > Connectors, then try again.",
    }),
  }),
} satisfies Partial<Words>;
