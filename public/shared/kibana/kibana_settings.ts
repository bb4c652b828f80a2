import type { CoreStart } from '@kbn/core/public';

type Settings = CoreStart['settings'];

/**
 * The value or default of a setting on page load. A default passed to `client.get` would replace the setting's own.
 * Older minors lack some settings.
 */
export const settingOf = ({ client }: Settings, key: string): unknown =>
  client.isDeclared(key) ? client.get<unknown>(key) : undefined;

/** The default connector of AI features on this page. */
export const defaultConnectorOf = (settings: Settings): unknown =>
  settingOf(settings, 'genAiSettings:defaultAIConnector');
