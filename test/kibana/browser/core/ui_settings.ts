import type { CoreStart, HttpStart } from '@kbn/core/public';
import type { PageInput } from '../page_input';

/** The caller sets the type of the setting, as with Kibana's client. */
const isSetting = <T>(_value: unknown): _value is T => true;

/**
 * `core.settings.client`: the values as they were when the page was loaded, and changes of this page since; changes of
 * others are not seen. A value that is set precedes the default of the caller, which precedes that of the setting.
 */
export const createSettingsClient = (
  { defaults, user }: PageInput['uiSettings'],
  { post }: Pick<HttpStart, 'post'>,
) => {
  const cache = new Map(
    Object.entries({ ...defaults, ...user }).map(([key]) => [
      key,
      { ...defaults[key], ...user[key] },
    ]),
  );
  const isOverridden = (key: string) => cache.get(key)?.isOverridden === true;

  /** True if Kibana saved it; otherwise, the page keeps the old value. */
  async function update(key: string, newValue: unknown): Promise<boolean> {
    const before = cache.get(key);
    if (isOverridden(key)) {
      throw new Error(
        `Unable to update "${key}" because its value is overridden by the Kibana server`,
      );
    }
    if (before?.readonlyMode === 'strict') {
      throw new Error(`Unable to update "${key}" because this setting is not in the allowlist.`);
    }
    cache.set(key, { ...before, userValue: newValue ?? undefined });
    try {
      const body = JSON.stringify({ changes: { [key]: newValue } });
      await post('/internal/kibana/settings', { body });
      return true;
    } catch {
      cache.set(key, before ?? {});
      return false;
    }
  }

  const client = {
    get<T>(key: string, defaultOverride?: T): T {
      const known = cache.get(key);
      const standard = known === undefined ? defaultOverride : (defaultOverride ?? known.value);
      const value = known?.userValue ?? standard;
      if ((known === undefined && value === undefined) || !isSetting<T>(value)) {
        throw new Error(
          `Unexpected \`IUiSettingsClient.get("${key}")\` call on unrecognized configuration setting "${key}".`,
        );
      }
      return value;
    },
    isDeclared: (key: string) => cache.has(key),
    isOverridden,
    set: update,
    remove: (key: string) => update(key, null),
  };
  return client satisfies CoreStart['settings']['client'];
};
