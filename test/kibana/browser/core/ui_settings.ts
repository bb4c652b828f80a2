import type { CoreStart } from '@kbn/core/public';
import type { PageInput } from '../page_input';

/** The caller sets the type of the setting, as with Kibana's client. */
const isSetting = <T>(_value: unknown): _value is T => true;

/**
 * `core.settings.client`: the values as they were when the page was loaded; changes since are not seen. A value that is set precedes
 * the default of the caller, which precedes that of the setting.
 */
export const createSettingsClient = ({
  defaults,
  user,
}: PageInput['uiSettings']): CoreStart['settings']['client'] => {
  const isDeclared = (key: string) => key in { ...defaults, ...user };
  return {
    get<T>(key: string, defaultOverride?: T): T {
      const value = user[key]?.userValue ?? defaultOverride ?? defaults[key]?.value;
      if ((!isDeclared(key) && value === undefined) || !isSetting<T>(value)) {
        throw new Error(
          `Unexpected \`IUiSettingsClient.get("${key}")\` call on unrecognized configuration setting "${key}".`,
        );
      }
      return value;
    },
    isDeclared,
  };
};
