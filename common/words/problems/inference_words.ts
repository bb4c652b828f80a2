import { i18n } from '@kbn/i18n';
import { has, sentences, type Words } from './words';

/** Problems of inference endpoints, and of the application that Elasticsearch signs in as. */
export const inferenceWords = {
  inference_endpoint_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_conflict.title', {
      defaultMessage: 'Another inference endpoint has the same ID',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_endpoint_conflict.cause', {
        defaultMessage: 'Elasticsearch never replaces an existing inference endpoint.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.inference_endpoint_conflict.name', {
          defaultMessage: 'Its ID is {name}.',
          values: detail,
        }),
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
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.inference_endpoint_changed.name', {
          defaultMessage: 'Its ID is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_endpoint_changed.remedy', {
      defaultMessage:
        "If you don't need the inference endpoint, delete it in Kibana's list of inference endpoints, then try again.",
    }),
  }),
  application_secret_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.application_secret_missing.title', {
      defaultMessage: 'The client secret of the application is needed',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.application_secret_missing.cause', {
      defaultMessage:
        'Elasticsearch signs in to the model as this application. Setup keeps its secret only as long as the sign-in to Azure lasts.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_secret_missing.remedy', {
      defaultMessage: 'Enter the client secret, then continue.',
    }),
  }),
} satisfies Partial<Words>;
