import { i18n } from '@kbn/i18n';
import { azureAnswer } from '../request_words';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** Capabilities that the AI Assistants need and that can fail although the model answers. */
export const probeWords = {
  stream_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.stream_failed.title', {
      defaultMessage: 'Streaming failed',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.stream_failed.cause', {
        defaultMessage:
          "The AI Assistants show answers while the model writes them. Complete answers work, but streamed answers don't.",
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.stream_failed.remedy', {
      defaultMessage:
        'If there is a proxy between Kibana and Azure, configure it to forward streamed answers immediately. Otherwise, choose another model.',
    }),
  }),
  assistants_untested: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.assistants_untested.title', {
      defaultMessage: "The assistants weren't tested",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.assistants_untested.cause', {
      defaultMessage:
        "Setup asked the model through Elasticsearch, because it can't use the inference plugin of this Kibana. It doesn't know whether the assistants list the inference endpoint and get answers from it.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.assistants_untested.remedy', {
      defaultMessage:
        'Ask one of the assistants a question. If it gets no answer, update Kibana to the latest patch of its version.',
    }),
  }),
  tool_call_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.tool_call_failed.title', {
      defaultMessage: "The model didn't call a tool",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.tool_call_failed.cause', {
        defaultMessage:
          "The AI Assistants let the model call Kibana functions, for example to look at your data. The model didn't call the function in the test question.",
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.tool_call_failed.remedy', {
      defaultMessage: 'Choose another model. Plain questions work with this one.',
    }),
  }),
  tools_unsupported: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.tools_unsupported.title', {
      defaultMessage: "The model can't use tools with Kibana's requests",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.tools_unsupported.cause', {
      defaultMessage:
        "The AI Assistants let the model call Kibana functions. In this API, the model accepts functions only without reasoning, and Kibana doesn't request that.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.tools_unsupported.remedy', {
      defaultMessage: 'Choose another model. This one works for plain questions only.',
    }),
  }),
  answer_other_model: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_other_model.title', {
      defaultMessage: 'A different model answers',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.answer_other_model.cause', {
        defaultMessage:
          'The answer is from a model other than the chosen one. A gateway might forward questions to its own deployment.',
      }),
      has(detail, 'expected', 'actual') &&
        i18n.translate('azureOpenaiSetup.problems.answer_other_model.models', {
          defaultMessage: 'Chosen model: {expected}. Answering model: {actual}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_other_model.remedy', {
      defaultMessage: 'Check the model of the deployment in the Azure portal.',
    }),
  }),
} satisfies Partial<Words>;
