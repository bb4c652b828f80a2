import type { CoreStart } from '@kbn/core/public';

type Settings = CoreStart['settings'];

/**
 * A setting as it was when the page was loaded: what is set, else its default. `client.get` with a default of the caller would
 * answer that one instead. The older minors do not know every setting.
 */
export const settingOf = ({ client }: Settings, key: string): unknown =>
  client.isDeclared(key) ? client.get<unknown>(key) : undefined;

/** The connector with which the AI features of this page begin. */
export const defaultConnectorOf = (settings: Settings): unknown =>
  settingOf(settings, 'genAiSettings:defaultAIConnector');
