import type { CoreStart } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import type { UseCase } from '../../../common/recommendation';
import { settingOf } from './kibana_settings';

/** A chat app and its link text. */
interface Chat {
  appId: string;
  path?: string;
  text: string;
  /** True if new conversations start with the default of the space, regardless of the last used model. */
  followsDefault?: true;
}

const agentBuilder: Chat = {
  appId: 'agent_builder',
  text: i18n.translate('azureOpenaiSetup.done.agentBuilder', {
    defaultMessage: 'Open Agent Builder',
  }),
};

const observability: Chat = {
  appId: 'observabilityAIAssistant',
  text: i18n.translate('azureOpenaiSetup.done.observability', {
    defaultMessage: 'Open AI Assistant',
  }),
};

/** Security's assistant has no page; it opens from the header. */
const security: Chat = {
  appId: 'securitySolutionUI',
  path: '/get_started',
  followsDefault: true,
  text: i18n.translate('azureOpenaiSetup.done.security', {
    defaultMessage: 'Open Elastic Security',
  }),
};

type Assistant = 'observability' | 'security';
const assistants: Record<Assistant, Chat> = { observability, security };

/** The assistants, those of the use case first. */
const order: Record<UseCase, readonly Assistant[]> = {
  security: ['security', 'observability'],
  observability: ['observability', 'security'],
  both: ['observability', 'security'],
};

/** The chat that Kibana offers in its header. */
const chatExperience = 'aiAssistant:preferredChatExperience';
/** Kibana shows the assistants in their solutions (`default`), one of them everywhere, or none (`never`). */
const assistantVisibility = 'aiAssistant:preferredAIAssistantType';

const isShown = (assistant: Assistant, visibility: unknown): boolean =>
  visibility === undefined || visibility === 'default' || visibility === assistant;

/**
 * The person's chat in this space. If Agent Builder is preferred, the assistants' apps redirect to pages without a
 * chat; otherwise, Agent Builder is the fallback for people without an assistant.
 */
export function chatOf({ application, settings }: CoreStart, useCase: UseCase): Chat | undefined {
  const prefersAgent = settingOf(settings, chatExperience) === 'agent';
  const visibility = settingOf(settings, assistantVisibility);
  const shown = order[useCase]
    .filter((assistant) => isShown(assistant, visibility))
    .map((assistant) => assistants[assistant]);
  const chats = prefersAgent ? [agentBuilder] : [...shown, agentBuilder];
  return chats.find(({ appId }) => application.capabilities.navLinks[appId]);
}
