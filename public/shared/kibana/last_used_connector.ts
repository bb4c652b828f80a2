import { unlessBlocked } from '../browser_storage';

/**
 * Storage keys of the assistants for the last used connector or endpoint, which overrides the default of the space.
 * Security stores it in each conversation instead.
 */
const keys = [
  'agentBuilder.lastUsedConnector',
  'xpack.observabilityAiAssistant.lastUsedConnector',
  'xpack.streamsApp.lastUsedConnector',
];

/** Without storage, the assistants start with the default. */
const inStorage = (act: (storage: Storage, key: string) => void): void =>
  unlessBlocked(() => keys.forEach((key) => act(window.localStorage, key)));

/** Makes the assistants of this browser start with this connector or endpoint. */
export const rememberConnector = (id: string): void =>
  inStorage((storage, key) => storage.setItem(key, JSON.stringify(id)));

/** Clears a deleted connector or endpoint from the assistants of this browser. */
export const forgetConnector = (id: string): void =>
  inStorage((storage, key) => {
    if (storage.getItem(key) === JSON.stringify(id)) storage.removeItem(key);
  });
