import { coerce, gte } from 'semver';
import * as v from 'valibot';
import type { Settings } from '../config/settings';

/** One setting that a plugin of Kibana registers. */
export interface Registered {
  value: unknown;
  schema: v.GenericSchema;
}

const chatExperience = 'aiAssistant:preferredChatExperience';
export const defaultConnector = 'genAiSettings:defaultAIConnector';
export const defaultOnly = 'genAiSettings:defaultAIConnectorOnly';

/** The settings of this host: those about AI. Agent Builder is the preferred chat from 9.4 on; 9.2 does not know the setting. */
export function registeredSettings(
  version: string,
  settings: Settings,
): Readonly<Record<string, Registered>> {
  const at = coerce(version)?.version ?? '0.0.0';
  const genAi: Record<string, Registered> = {
    [defaultConnector]: { value: 'NO_DEFAULT_CONNECTOR', schema: v.string() },
    [defaultOnly]: { value: false, schema: v.boolean() },
  };
  return {
    ...(!settings['host.absentPlugins'].includes('genAiSettings') && genAi),
    'aiAssistant:preferredAIAssistantType': {
      value: 'default',
      schema: v.picklist(['default', 'observability', 'security', 'never']),
    },
    ...(gte(at, '9.3.0') && {
      [chatExperience]: {
        value: gte(at, '9.4.0') ? 'agent' : 'classic',
        schema: v.picklist(['classic', 'agent']),
      },
    }),
  };
}
