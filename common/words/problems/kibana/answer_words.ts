import { i18n } from '@kbn/i18n';
import { azureAnswer } from '../request_words';
import { sentences } from '../../format';
import { has, hasPositive, type Words } from '../words';

/** Failures of the first answer. */
export const answerWords = {
  parameter_unsupported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.parameter_unsupported.title', {
      defaultMessage: "The model doesn't support a parameter that Kibana sends",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.parameter_unsupported.cause', {
        defaultMessage: 'Models differ in the parameters they accept.',
      }),
      has(detail, 'parameter') &&
        i18n.translate('azureOpenaiSetup.problems.parameter_unsupported.parameter', {
          defaultMessage: 'The parameter is {parameter}.',
          values: detail,
        }),
    ),
    remedy: has(detail, 'version')
      ? i18n.translate('azureOpenaiSetup.problems.parameter_unsupported.version', {
          defaultMessage:
            'Update Kibana to version {version} or later, or choose a model that works with this version.',
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.parameter_unsupported.remedy', {
          defaultMessage: 'Choose another model, or update Kibana.',
        }),
  }),
  chat_not_supported: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.chat_not_supported.title', {
      defaultMessage: "The model doesn't support chat",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.chat_not_supported.cause', {
      defaultMessage: "Kibana needs the Chat Completions API, which this model doesn't support.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.chat_not_supported.remedy', {
      defaultMessage: 'Choose another model.',
    }),
  }),
  content_filtered: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.content_filtered.title', {
      defaultMessage: 'The content filter blocked the answer',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.content_filtered.cause', {
      defaultMessage:
        'The deployment works, but its content filter blocks a harmless test question.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.content_filtered.remedy', {
      defaultMessage:
        'Set the content filter of the deployment to the default in the Foundry portal, then try again.',
    }),
  }),
  context_too_long: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.context_too_long.title', {
      defaultMessage: 'The question is too long for the model',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.context_too_long.cause', {
      defaultMessage: 'The context window of the model is too small for the AI Assistants.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.context_too_long.remedy', {
      defaultMessage: 'Choose a model with a larger context window.',
    }),
  }),
  data_api_version: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.data_api_version.title', {
      defaultMessage: "The endpoint doesn't support the API version",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.data_api_version.cause', {
      defaultMessage: "This cloud doesn't support the Azure OpenAI API version of the connection.",
    }),
    remedy:
      detail?.caller === 'elasticsearch'
        ? i18n.translate('azureOpenaiSetup.problems.data_api_version.elasticsearch.remedy', {
            defaultMessage:
              'Update this plugin, which sets the API version in the inference endpoint.',
          })
        : i18n.translate('azureOpenaiSetup.problems.data_api_version.remedy', {
            defaultMessage:
              'Edit the connector and set api-version in its URL to the version in the Target URI in the Azure portal.',
          }),
  }),
  model_retired: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_retired.title', {
      defaultMessage: 'The model has been retired',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.model_retired.cause', {
      defaultMessage: 'The deployment still exists, but Azure no longer runs its model version.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_retired.remedy', {
      defaultMessage: 'Choose a newer version or another model.',
    }),
  }),
  rate_limited: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.rate_limited.title', {
      defaultMessage: 'The deployment has used up its tokens for this minute',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.rate_limited.cause', {
        defaultMessage:
          'Azure limits tokens and requests per minute, and others might be using the deployment.',
      }),
      hasPositive(detail, 'seconds') &&
        i18n.translate('azureOpenaiSetup.problems.rate_limited.seconds', {
          defaultMessage:
            'Azure requires a wait of {seconds, plural, one {# second} other {# seconds}}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.rate_limited.remedy', {
      defaultMessage:
        'Try again in a minute. If it happens often, increase the tokens per minute of the deployment.',
    }),
  }),
  answer_refused: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_refused.title', {
      defaultMessage: "The model didn't answer",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.answer_refused.cause', {
        defaultMessage: 'The endpoint refused the test question.',
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_refused.remedy', {
      defaultMessage: 'Try again, or choose another model.',
    }),
  }),
  answer_busy: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_busy.title', {
      defaultMessage: 'The model is busy',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.answer_busy.cause', {
      defaultMessage: "Azure couldn't process the test question in time.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_busy.remedy', {
      defaultMessage: 'Try again in a few minutes. Everything is set up.',
    }),
  }),
  answer_slow: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_slow.title', {
      defaultMessage: 'The model takes too long to answer',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.answer_slow.cause', {
        defaultMessage: "The endpoint received the test question, but didn't answer in time.",
      }),
      hasPositive(detail, 'seconds') &&
        i18n.translate('azureOpenaiSetup.problems.answer_slow.seconds', {
          defaultMessage:
            'Kibana waited {seconds, plural, one {# second} other {# seconds}} for one short sentence.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_slow.remedy', {
      defaultMessage:
        'Try again. If it fails again, choose a faster model or another deployment type.',
    }),
  }),
  answer_empty: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_empty.title', {
      defaultMessage: 'The model returned an empty answer',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.answer_empty.cause', {
        defaultMessage: 'The endpoint reported success, but the answer contains no text.',
      }),
      problem.detail?.reason === 'length' &&
        i18n.translate('azureOpenaiSetup.problems.answer_empty.tokens', {
          defaultMessage:
            'The model used all of its tokens for reasoning before it wrote any text.',
          values: problem.detail,
        }),
      problem.detail?.reason === 'tool_calls' &&
        i18n.translate('azureOpenaiSetup.problems.answer_empty.tools', {
          defaultMessage: "The model called a tool that the question doesn't offer.",
          values: problem.detail,
        }),
      problem.detail?.reason === 'refusal' &&
        i18n.translate('azureOpenaiSetup.problems.answer_empty.refusal', {
          defaultMessage: 'The model declined to answer.',
          values: problem.detail,
        }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_empty.remedy', {
      defaultMessage: 'Try again. If it fails again, choose another model.',
    }),
  }),
  answer_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_unreadable.title', {
      defaultMessage: "The answer didn't come from the model",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.answer_unreadable.cause', {
      defaultMessage:
        "The endpoint reported success, but its response isn't an answer of the Chat Completions API. Usually, a proxy or a sign-in page on the network responded instead.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_unreadable.remedy', {
      defaultMessage:
        'Make sure that nothing on the network changes the responses of the endpoint, then try again.',
    }),
  }),
} satisfies Partial<Words>;
