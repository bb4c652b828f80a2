import { i18n } from '@kbn/i18n';
import { azureAnswer } from '../request_words';
import { endpointIdSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** Problems of inference endpoints. */
export const inferenceWords = {
  inference_endpoint_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_conflict.title', {
      defaultMessage: 'Another inference endpoint has the same ID',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_endpoint_conflict.cause', {
        defaultMessage: 'Elasticsearch never replaces an existing inference endpoint.',
      }),
      endpointIdSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_conflict.remedy', {
      defaultMessage:
        'Start a new setup. It reuses the resources in Azure and creates an inference endpoint with a new ID.',
    }),
  }),
  inference_endpoint_changed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_changed.title', {
      defaultMessage: 'The inference endpoint was replaced after setup created it',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_endpoint_changed.cause', {
        defaultMessage: 'It now calls a different deployment, so setup leaves it unchanged.',
      }),
      endpointIdSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_changed.remedy', {
      defaultMessage:
        "If you don't need the inference endpoint, delete it in Kibana's list of inference endpoints, then try again.",
    }),
  }),
  inference_unsupported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_unsupported.title', {
      defaultMessage: "The assistants of this Kibana version don't use inference endpoints",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_unsupported.cause', {
        defaultMessage: 'They support inference endpoints from Kibana 9.4 on.',
      }),
      has(detail, 'version') &&
        i18n.translate('azureOpenaiSetup.problems.inference_unsupported.version', {
          defaultMessage: 'This is version {version}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_unsupported.remedy', {
      defaultMessage: 'Update Kibana to version 9.4 or later.',
    }),
  }),
  inference_privilege_missing: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_privilege_missing.title', {
      defaultMessage: "You can't create or use inference endpoints",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_privilege_missing.cause', {
        defaultMessage:
          'Inference endpoints need the Elasticsearch cluster privileges manage_inference to create and monitor_inference to use.',
      }),
      has(detail, 'privileges') &&
        i18n.translate('azureOpenaiSetup.problems.inference_privilege_missing.privileges', {
          defaultMessage: 'Missing: {privileges}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_privilege_missing.remedy', {
      defaultMessage:
        'Ask an administrator for a role with these privileges, for example inference_admin. A run that has started gets new privileges only when you continue it.',
    }),
  }),
  inference_endpoint_refused: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_refused.title', {
      defaultMessage: 'Elasticsearch refused the inference endpoint',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_endpoint_refused.cause', {
        defaultMessage: "This isn't an answer of the model.",
      }),
      has(problem.detail, 'status') &&
        i18n.translate('azureOpenaiSetup.problems.inference_endpoint_refused.status', {
          defaultMessage: 'Elasticsearch responded with HTTP status {status, number}.',
          values: problem.detail,
        }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_refused.remedy', {
      defaultMessage: 'Search the Elasticsearch log for the message below, then try again.',
    }),
  }),
  inference_endpoint_in_use: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_in_use.title', {
      defaultMessage: 'The inference endpoint is in use',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_endpoint_in_use.cause', {
        defaultMessage:
          "Elasticsearch doesn't delete an inference endpoint that pipelines or indices use, and setup doesn't force it.",
      }),
      has(detail, 'name', 'uses') &&
        i18n.translate('azureOpenaiSetup.problems.inference_endpoint_in_use.uses', {
          defaultMessage: '{name} is used by: {uses}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_in_use.remedy', {
      defaultMessage: 'Change or delete what uses it, then delete the inference endpoint again.',
    }),
  }),
  inference_endpoint_not_listed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_not_listed.title', {
      defaultMessage: "Kibana doesn't list the inference endpoint for its assistants",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_endpoint_not_listed.cause', {
        defaultMessage: "The inference endpoint exists, but the assistants can't find it.",
      }),
      endpointIdSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_not_listed.remedy', {
      defaultMessage: 'Update Kibana to the latest patch of its version.',
    }),
  }),
} satisfies Partial<Words>;
