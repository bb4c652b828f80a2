import type { CoreStart } from '@kbn/core/public';
import type { Model } from './connectors';

/** Keys of the browser's storage keep an id as a JSON string. */
function lastUsed(storageKey: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null');
  } catch {
    return undefined;
  }
}

/**
 * The model that an assistant answers with: the default one where only that is allowed, the one that was used last in this
 * browser, the default one, the first one. No assistant reads one from its address.
 */
export function selectConnector(
  { settings }: CoreStart,
  models: Model[],
  storageKey?: string,
): Model | undefined {
  const withId = (wanted: unknown) => models.find(({ id }) => id === wanted);
  const preferred = withId(settings.client.get('genAiSettings:defaultAIConnector', ''));
  if (settings.client.get('genAiSettings:defaultAIConnectorOnly', false)) return preferred;
  return (storageKey ? withId(lastUsed(storageKey)) : undefined) ?? preferred ?? models[0];
}
