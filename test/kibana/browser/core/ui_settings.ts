import type { CoreStart } from '@kbn/core/public';
import type { PageInput } from '../page_input';

/** The caller names the type of the setting, as with Kibana's own client. */
const isSetting = <T>(_value: unknown): _value is T => true;

/** `core.settings.client`: what is set, else the default of the setting, else that of the caller. */
export const createSettingsClient = ({
  defaults,
  user,
}: PageInput['uiSettings']): CoreStart['settings']['client'] => ({
  get<T>(key: string, defaultOverride?: T): T {
    const known = Object.hasOwn(user, key) ? user[key] : defaults[key];
    const value = known === undefined ? defaultOverride : known;
    if (value === undefined || !isSetting<T>(value)) {
      throw new Error(
        `Unexpected \`IUiSettingsClient.get("${key}")\` call on unrecognized configuration setting "${key}".`,
      );
    }
    return value;
  },
});
