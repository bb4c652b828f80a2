import { i18n } from '@kbn/i18n';
import type { ProblemCode } from '../../common/problem';
import { azureAnswer } from './request_words';
import { has, sentences, type Words } from './words';

/** What the AI Assistants do beyond asking, and may fail although the model answers. */
export const probeWords = {
  stream_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.stream_failed.title', {
      defaultMessage: 'The answer does not come in pieces',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.stream_failed.cause', {
        defaultMessage:
          'The AI Assistants show an answer while the model writes it. A whole answer works, a streamed one did not.',
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.stream_failed.remedy', {
      defaultMessage:
        'When a proxy stands between Kibana and Azure, have it pass streamed answers on at once. Otherwise choose the recommended model.',
    }),
  }),
  tool_call_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.tool_call_failed.title', {
      defaultMessage: 'The model did not call a tool',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.tool_call_failed.cause', {
        defaultMessage:
          'The AI Assistants let the model call functions of Kibana, for example to look at your data. The model did not do so when it was asked to.',
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.tool_call_failed.remedy', {
      defaultMessage: 'Choose the recommended model. Plain questions work with this one.',
    }),
  }),
  tools_unsupported: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.tools_unsupported.title', {
      defaultMessage: 'The model cannot use tools with the requests of Kibana',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.tools_unsupported.cause', {
      defaultMessage:
        'The AI Assistants let the model call functions of Kibana. This model takes functions in this API only without reasoning, which Kibana does not ask for.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.tools_unsupported.remedy', {
      defaultMessage: 'Choose another model. Plain questions work with this one.',
    }),
  }),
  answer_other_model: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_other_model.title', {
      defaultMessage: 'Another model answers',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.answer_other_model.cause', {
        defaultMessage:
          'The answer names a model other than the one that was chosen. A gateway may pass questions on to a deployment of its own.',
      }),
      has(detail, 'expected', 'actual') &&
        i18n.translate('azureOpenaiSetup.problems.answer_other_model.models', {
          defaultMessage: 'Chosen: {expected}. Answering: {actual}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_other_model.remedy', {
      defaultMessage: 'Check the model of the deployment in the Azure portal.',
    }),
  }),
} satisfies Partial<Record<ProblemCode, Words>>;
