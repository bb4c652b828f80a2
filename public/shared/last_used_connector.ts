/**
 * Keys under which the assistants keep the connector or endpoint that was used last in this browser: it precedes the default of the space. Security keeps
 * it in each conversation instead.
 */
const keys = [
  'agentBuilder.lastUsedConnector',
  'xpack.observabilityAiAssistant.lastUsedConnector',
  'xpack.streamsApp.lastUsedConnector',
];

/** A browser can refuse storage: the assistants then begin with the default. */
function inStorage(act: (storage: Storage, key: string) => void): void {
  try {
    for (const key of keys) act(window.localStorage, key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The assistants of this browser begin with this connector or endpoint. */
export const rememberConnector = (id: string): void =>
  inStorage((storage, key) => storage.setItem(key, JSON.stringify(id)));

/** It is being deleted: the assistants of this browser no longer begin with it. */
export const forgetConnector = (id: string): void =>
  inStorage((storage, key) => {
    if (storage.getItem(key) === JSON.stringify(id)) storage.removeItem(key);
  });
