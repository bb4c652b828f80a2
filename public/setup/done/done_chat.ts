import type { CoreStart } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import type { UseCase } from '../../../common/recommendation';

/** An app in which one can chat, and what the link to it says. */
interface Chat {
  appId: string;
  path?: string;
  text: string;
}

const agentBuilder: Chat = {
  appId: 'agent_builder',
  text: i18n.translate('azureOpenaiSetup.wizard.done.agentBuilder', {
    defaultMessage: 'Open Agent Builder',
  }),
};

const observability: Chat = {
  appId: 'observabilityAIAssistant',
  text: i18n.translate('azureOpenaiSetup.wizard.done.observability', {
    defaultMessage: 'Open AI Assistant',
  }),
};

/** Security's assistant has no page of its own: it opens from the header of every page. */
const security: Chat = {
  appId: 'securitySolutionUI',
  path: '/get_started',
  text: i18n.translate('azureOpenaiSetup.wizard.done.security', {
    defaultMessage: 'Open Security (AI Assistant is in its header)',
  }),
};

const assistants: Record<UseCase, readonly Chat[]> = {
  security: [security],
  observability: [observability],
  both: [observability, security],
};

/** Kibana's setting for the chat that its header offers; a Kibana without the setting has the assistants. */
const chatExperience = 'aiAssistant:preferredChatExperience';

/**
 * The chat that this person has here. With Agent Builder preferred, the assistants' apps are still in the navigation, but they
 * forward to pages without a chat; without it, Agent Builder is the chat of those who have no assistant.
 */
export function chatOf({ application, settings }: CoreStart, useCase: UseCase): Chat | undefined {
  const prefersAgent = settings.client.get<unknown>(chatExperience, 'classic') === 'agent';
  const chats = prefersAgent ? [agentBuilder] : [...assistants[useCase], agentBuilder];
  return chats.find(({ appId }) => application.capabilities.navLinks[appId]);
}
