import { i18n } from '@kbn/i18n';
import { azureAnswer } from '../request_words';
import { hostSentence, httpStatusSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** The connection from Elasticsearch to the model, and its application. */
export const elasticsearchWords = {
  inference_host_unsupported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_host_unsupported.title', {
      defaultMessage: "Elasticsearch can't call this endpoint",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_host_unsupported.cause', {
        defaultMessage:
          'The Azure OpenAI service in Elasticsearch supports only hosts of the public cloud.',
      }),
      has(detail, 'host') &&
        i18n.translate('azureOpenaiSetup.problems.inference_host_unsupported.host', {
          defaultMessage: 'The endpoint is {host}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_host_unsupported.remedy', {
      defaultMessage:
        'Choose a resource of the public cloud whose endpoint has a custom subdomain.',
    }),
  }),
  inference_host_unreachable: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_host_unreachable.title', {
      defaultMessage: "The Elasticsearch nodes can't reach Azure",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_host_unreachable.cause', {
        defaultMessage:
          'The Elasticsearch nodes call the model directly. Elasticsearch has no proxy setting for these calls.',
      }),
      hostSentence(problem.detail),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_host_unreachable.remedy', {
      defaultMessage:
        'Ask your network team to allow HTTPS from every Elasticsearch node to the host and to Microsoft Entra ID.',
    }),
  }),
  inference_host_untrusted: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_host_untrusted.title', {
      defaultMessage: "The Elasticsearch nodes don't trust the endpoint's certificate",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_host_untrusted.cause', {
        defaultMessage:
          'A system between Elasticsearch and Azure, such as a firewall that inspects traffic, can replace the certificate.',
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_host_untrusted.remedy', {
      defaultMessage:
        'Add the certificate authority to the Java trust store of every Elasticsearch node.',
    }),
  }),
  elasticsearch_unavailable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.elasticsearch_unavailable.title', {
      defaultMessage: "Elasticsearch isn't responding",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.elasticsearch_unavailable.cause', {
        defaultMessage: 'Kibana lost the connection, or Elasticsearch is overloaded.',
      }),
      httpStatusSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.elasticsearch_unavailable.remedy', {
      defaultMessage: 'Try again in a few minutes.',
    }),
  }),
  answer_not_elasticsearch: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_not_elasticsearch.title', {
      defaultMessage: "The response didn't come from Elasticsearch",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.answer_not_elasticsearch.cause', {
        defaultMessage:
          'Usually, a proxy, a gateway, or a sign-in page between Kibana and Elasticsearch responded instead.',
      }),
      httpStatusSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_not_elasticsearch.remedy', {
      defaultMessage:
        'Ask the person who manages Elasticsearch to allow calls from Kibana to _inference and _security, then try again.',
    }),
  }),
  application_token_refused: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.application_token_refused.title', {
      defaultMessage: 'Microsoft Entra ID refused the sign-in of Elasticsearch',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.application_token_refused.cause', {
        defaultMessage:
          "Microsoft doesn't accept the application, its client secret, or the tenant. A new secret can take a minute to work.",
      }),
      has(problem.detail, 'reason') &&
        i18n.translate('azureOpenaiSetup.problems.application_token_refused.reason', {
          defaultMessage: 'The Microsoft Entra ID error code is {reason}.',
          values: problem.detail,
        }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_token_refused.remedy', {
      defaultMessage: 'Enter the client secret again, or create a new one, then continue.',
    }),
  }),
  application_needs_endpoint: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.application_needs_endpoint.title', {
      defaultMessage: 'A connector requires an API key',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.application_needs_endpoint.cause', {
      defaultMessage: 'Only an inference endpoint can sign in with Microsoft Entra ID.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_needs_endpoint.remedy', {
      defaultMessage: 'Choose the inference endpoint only.',
    }),
  }),
  assistant_answer_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.assistant_answer_failed.title', {
      defaultMessage: 'The assistants got no answer',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.assistant_answer_failed.cause', {
        defaultMessage:
          "The model answers Elasticsearch, but not requests in the format of Kibana's assistants.",
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.assistant_answer_failed.remedy', {
      defaultMessage: 'Update Kibana to the latest patch of its version, or choose another model.',
    }),
  }),
  application_secret_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.application_secret_missing.title', {
      defaultMessage: 'The client secret of the application is needed',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.application_secret_missing.cause', {
      defaultMessage:
        'Elasticsearch signs in to the model as this application. Setup keeps the secret only as long as the Azure sign-in lasts.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_secret_missing.remedy', {
      defaultMessage: 'Enter the client secret, then continue.',
    }),
  }),
} satisfies Partial<Words>;
