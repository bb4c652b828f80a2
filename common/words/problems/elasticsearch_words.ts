import { i18n } from '@kbn/i18n';
import { azureAnswer } from './request_words';
import { hostSentence, httpStatusSentence } from './shared_sentences';
import { has, sentences, type Words } from './words';

/** The way from Elasticsearch to the model, and the application that it signs in as. */
export const elasticsearchWords = {
  inference_host_unsupported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_host_unsupported.title', {
      defaultMessage: "Elasticsearch can't call this endpoint",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_host_unsupported.cause', {
        defaultMessage:
          'The Azure OpenAI service in Elasticsearch knows only the hosts of the public cloud.',
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
  inference_egress_unknown: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_egress_unknown.title', {
      defaultMessage: "Kibana can't tell if Elasticsearch reaches Azure",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_egress_unknown.cause', {
        defaultMessage:
          "The nodes of Elasticsearch call the model, not Kibana. Kibana can't look at their network, and Elasticsearch knows no proxy for these calls.",
      }),
      has(detail, 'host') &&
        i18n.translate('azureOpenaiSetup.problems.inference_egress_unknown.host', {
          defaultMessage: 'They need to reach {host}.',
          values: detail,
        }),
      has(detail, 'signInHost') &&
        i18n.translate('azureOpenaiSetup.problems.inference_egress_unknown.signInHost', {
          defaultMessage: 'To sign in without a key, they also need to reach {signInHost}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_egress_unknown.remedy', {
      defaultMessage:
        'Continue: Elasticsearch tests the connection when it creates the inference endpoint. If the resource admits selected addresses only, add those of the nodes.',
    }),
  }),
  inference_host_unreachable: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_host_unreachable.title', {
      defaultMessage: "The nodes of Elasticsearch don't reach Azure",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_host_unreachable.cause', {
        defaultMessage: 'Elasticsearch calls the model itself and knows no proxy for these calls.',
      }),
      hostSentence(problem.detail),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_host_unreachable.remedy', {
      defaultMessage:
        'Ask your network team to admit HTTPS from every node of Elasticsearch to the host and to Microsoft Entra ID.',
    }),
  }),
  inference_host_untrusted: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.inference_host_untrusted.title', {
      defaultMessage: "The nodes of Elasticsearch don't trust the endpoint's certificate",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.inference_host_untrusted.cause', {
        defaultMessage:
          'Something between Elasticsearch and Azure can replace the certificate, for example a firewall that inspects traffic.',
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.inference_host_untrusted.remedy', {
      defaultMessage:
        'Add the certificate authority to the Java trust store of every node of Elasticsearch.',
    }),
  }),
  elasticsearch_unavailable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.elasticsearch_unavailable.title', {
      defaultMessage: "Elasticsearch doesn't answer",
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
      defaultMessage: "The answer didn't come from Elasticsearch",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.answer_not_elasticsearch.cause', {
        defaultMessage:
          "Its format isn't one of Elasticsearch. Usually, a proxy, a gateway, or a sign-in page between Kibana and Elasticsearch responded instead.",
      }),
      httpStatusSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_not_elasticsearch.remedy', {
      defaultMessage:
        'Ask the person who manages Elasticsearch to allow calls to _inference and _security on the way from Kibana, then try again.',
    }),
  }),
  application_token_refused: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.application_token_refused.title', {
      defaultMessage: 'Microsoft Entra ID refused the sign-in of Elasticsearch',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.application_token_refused.cause', {
        defaultMessage:
          "The application, its client secret or the tenant isn't accepted. A new secret can take a minute until it works.",
      }),
      has(problem.detail, 'reason') &&
        i18n.translate('azureOpenaiSetup.problems.application_token_refused.reason', {
          defaultMessage: 'The code of Microsoft Entra ID is {reason}.',
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
      defaultMessage: "A connector can't work without a key",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.application_needs_endpoint.cause', {
      defaultMessage: 'Only an inference endpoint can sign in with Microsoft Entra ID.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_needs_endpoint.remedy', {
      defaultMessage: 'Choose the inference endpoint alone.',
    }),
  }),
  assistant_answer_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.assistant_answer_failed.title', {
      defaultMessage: 'The assistants got no answer',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.assistant_answer_failed.cause', {
        defaultMessage:
          "The model answers Elasticsearch, but not a question in the form that Kibana's assistants send.",
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
        'Elasticsearch signs in to the model as this application. Setup keeps its secret only as long as the sign-in to Azure lasts.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_secret_missing.remedy', {
      defaultMessage: 'Enter the client secret, then continue.',
    }),
  }),
} satisfies Partial<Words>;
