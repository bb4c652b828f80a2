import { parseJson } from '../../common/values/json';

/** Uses a browser storage. Blocked and full ones throw a `DOMException`; the page works without them. */
export function unlessBlocked<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** The JSON value of this tab; undefined if there is none. */
export const loadFromTab = (key: string): unknown =>
  parseJson(unlessBlocked(() => sessionStorage.getItem(key)));

/** Keeps a JSON value until the tab is closed; undefined deletes it. */
export const saveInTab = (key: string, value: unknown): void =>
  unlessBlocked(() =>
    value === undefined
      ? sessionStorage.removeItem(key)
      : sessionStorage.setItem(key, JSON.stringify(value)),
  );
