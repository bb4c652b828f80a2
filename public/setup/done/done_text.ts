import { i18n } from '@kbn/i18n';
import { longestQuestion } from '../../../common/fields';
import type { ProbeId } from '../../../common/run';

/** Texts of the finished screen. */
export const doneText = {
  conversation: i18n.translate('azureOpenaiSetup.done.conversation', {
    defaultMessage: 'Conversation with the model',
  }),
  kibanaAsked: i18n.translate('azureOpenaiSetup.done.kibanaAsked', {
    defaultMessage: 'Kibana sent a question',
  }),
  hello: i18n.translate('azureOpenaiSetup.done.hello', {
    defaultMessage: 'Say hello to the Kibana administrator in one short sentence.',
  }),
  you: i18n.translate('azureOpenaiSetup.done.you', { defaultMessage: 'You' }),
  youAsked: i18n.translate('azureOpenaiSetup.done.youAsked', {
    defaultMessage: 'You sent a question',
  }),
  answers: (model: string): string =>
    i18n.translate('azureOpenaiSetup.done.answers', {
      defaultMessage: '{model} answers',
      values: { model },
    }),
  answered: (model: string, tokens: number): string =>
    i18n.translate('azureOpenaiSetup.done.answered', {
      defaultMessage: '{model} answered, {tokens, plural, one {# token} other {# tokens}}',
      values: { model, tokens },
    }),
  announced: (text: string): string =>
    i18n.translate('azureOpenaiSetup.done.announced', {
      defaultMessage: 'The model answered: {text}',
      values: { text },
    }),
  cut: i18n.translate('azureOpenaiSetup.done.cut', {
    defaultMessage: 'The answer is longer than this page can show.',
  }),
  ask: i18n.translate('azureOpenaiSetup.done.ask', { defaultMessage: 'Ask something' }),
  cost: i18n.translate('azureOpenaiSetup.done.cost', {
    defaultMessage: 'Each question uses tokens that Azure bills.',
  }),
  tooLong: (length: number) =>
    i18n.translate('azureOpenaiSetup.done.tooLong', {
      defaultMessage:
        'The question has {length, number} characters. At most {longest, number} are possible.',
      values: { length, longest: longestQuestion },
    }),
  send: i18n.translate('azureOpenaiSetup.done.send', { defaultMessage: 'Send question' }),
  probes: {
    answers: i18n.translate('azureOpenaiSetup.done.probe.answers', { defaultMessage: 'Answers' }),
    assistants: i18n.translate('azureOpenaiSetup.done.probe.assistants', {
      defaultMessage: 'Assistants',
    }),
    model: i18n.translate('azureOpenaiSetup.done.probe.model', {
      defaultMessage: 'Selected model',
    }),
    stream: i18n.translate('azureOpenaiSetup.done.probe.stream', { defaultMessage: 'Streaming' }),
    tools: i18n.translate('azureOpenaiSetup.done.probe.tools', { defaultMessage: 'Tool calls' }),
  } satisfies Record<ProbeId | 'answers', string>,
  failed: (feature: string): string =>
    i18n.translate('azureOpenaiSetup.done.probe.failed', {
      defaultMessage: '{feature}: failed',
      values: { feature },
    }),
  untested: (feature: string): string =>
    i18n.translate('azureOpenaiSetup.done.probe.untested', {
      defaultMessage: '{feature}: not tested',
      values: { feature },
    }),
  created: i18n.translate('azureOpenaiSetup.done.created', {
    defaultMessage: 'What was created',
  }),
  former: (values: { name: string; group: string }): string =>
    i18n.translate('azureOpenaiSetup.done.former', {
      defaultMessage:
        'An earlier attempt created resources under the name {name} in resource group {group}. "Delete created resources" deletes them, too.',
      values,
    }),
  time: (duration: string): string =>
    i18n.translate('azureOpenaiSetup.done.time', {
      defaultMessage: 'Set up in {duration}',
      values: { duration },
    }),
  limited: (model: string): string =>
    i18n.translate('azureOpenaiSetup.done.limited', {
      defaultMessage: '{model} answers, but failed a test',
      values: { model },
    }),
  remove: i18n.translate('azureOpenaiSetup.done.remove', {
    defaultMessage: 'Delete created resources',
  }),
  changed: i18n.translate('azureOpenaiSetup.done.changed', {
    defaultMessage: 'Throughput changed',
  }),
  changedText: (deployment: string): string =>
    i18n.translate('azureOpenaiSetup.done.changedText', {
      defaultMessage: 'Azure has changed the throughput of the deployment {deployment}.',
      values: { deployment },
    }),
};
