import type { CoreStart } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import type { UseCase } from '../../../common/recommendation';
import { settingOf } from '../../shared/kibana_settings';

/** An app in which one can chat, and what the link to it says. */
interface Chat {
  appId: string;
  path?: string;
  text: string;
  /** It begins with the default of the space, whatever was used last in this browser. */
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

/** Security's assistant has no page of its own: it opens from the header of every page. */
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

/** The assistants in the order in which they are offered: first those of the use case. */
const order: Record<UseCase, readonly Assistant[]> = {
  security: ['security', 'observability'],
  observability: ['observability', 'security'],
  both: ['observability', 'security'],
};

/** The chat that Kibana offers in its header. */
const chatExperience = 'aiAssistant:preferredChatExperience';
/** The places where Kibana shows the assistants: in their solutions (`default`), one of them everywhere, or none (`never`). */
const assistantVisibility = 'aiAssistant:preferredAIAssistantType';

const isShown = (assistant: Assistant, visibility: unknown): boolean =>
  visibility === undefined || visibility === 'default' || visibility === assistant;

/**
 * The chat that this person has here. With Agent Builder preferred, the assistants' apps are still in the navigation, but they
 * forward to pages without a chat; without it, Agent Builder is the chat of those who have no assistant.
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
