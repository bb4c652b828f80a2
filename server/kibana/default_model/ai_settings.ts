import type { CoreStart, KibanaRequest } from '@kbn/core/server';
import { SetupError } from '../../../common/problem';
import { bounded } from '../../core/targets/bounded';
import { statusOf } from '../status_of';

const defaultConnector = 'genAiSettings:defaultAIConnector';
const defaultOnly = 'genAiSettings:defaultAIConnectorOnly';

/** Values that mean no default. */
const noDefault: ReadonlySet<unknown> = new Set(['NO_DEFAULT_CONNECTOR', 'NO_DEFAULT_MODEL', '']);

export const isDefault = (value: string | undefined): value is string =>
  value !== undefined && !noDefault.has(value);

/** The settings of a space for its default model. */
export interface AiSettings {
  /** True if this Kibana has the settings. */
  isKnown: boolean;
  /** True if `kibana.yml` sets the default for all spaces. */
  isOverridden: boolean;
  /** True if the person can change settings of the space. */
  canSave: boolean;
  /** The value that is set. */
  value?: string;
  onlyDefault: boolean;
}

type Core = Pick<CoreStart, 'savedObjects' | 'uiSettings' | 'capabilities'>;

/** Converts Kibana's HTTP errors; rethrows others. */
function refusal(error: unknown): unknown {
  const status = statusOf(error);
  if (status === 403) return new SetupError({ code: 'default_model_privilege_missing' });
  if (status === undefined) return error;
  return new SetupError({ code: 'default_model_refused', detail: { status } });
}

/** Reads and writes the settings as the person behind the request, in the request's space. */
export function createAiSettings(core: Core, request: KibanaRequest) {
  const client = () => core.uiSettings.asScopedToClient(core.savedObjects.getScopedClient(request));
  const call = <T>(act: () => Promise<T>): Promise<T> =>
    bounded(act).catch((error: unknown) => {
      throw refusal(error);
    });

  return {
    async read(): Promise<AiSettings> {
      const settings = client();
      const [set, all] = await call(() =>
        Promise.all([
          // Bypasses the cache, because another node can have changed a value.
          settings.getUserProvided(true),
          core.capabilities.resolveCapabilities(request, { capabilityPath: 'advancedSettings.*' }),
        ]),
      );
      const value = set[defaultConnector]?.userValue;
      return {
        isKnown: defaultConnector in settings.getRegistered(),
        isOverridden: settings.isOverridden(defaultConnector),
        canSave: all.advancedSettings?.save === true,
        onlyDefault: set[defaultOnly]?.userValue === true,
        ...(typeof value === 'string' && { value }),
      };
    },
    /** Sets the default, or removes it. */
    write: (value: string | undefined): Promise<void> =>
      call(() =>
        value === undefined
          ? client().remove(defaultConnector)
          : client().set(defaultConnector, value),
      ),
  };
}
