import Boom from '@hapi/boom';
import * as v from 'valibot';
import type { PrivilegeRegistry } from '../features/privileges';
import type { Principal } from '../security/principal';
import type { Settings } from '../config/settings';
import { explain, record } from '../../shapes';
import type { Documents } from '../state/documents';
import type { Registered } from './registered';

export const uiSettingsSchema = record(v.unknown());
type Values = v.InferOutput<typeof uiSettingsSchema>;
type UserProvided = Record<string, { userValue?: unknown; isOverridden?: boolean }>;

interface UiSettingsOptions {
  settings: Settings;
  registered: Readonly<Record<string, Registered>>;
  documents: Documents<Values>;
  privileges: PrivilegeRegistry;
}

/** Cache time of a space's settings on this node, in milliseconds. A read can bypass it. */
const cacheTime = 5_000;

/** The settings of a space, one document each, for one person. `null` removes a value. */
export function createUiSettingsClients(options: UiSettingsOptions) {
  const { settings, registered, documents, privileges } = options;
  const overrides = settings['uiSettings.overrides'];
  const cache = new Map<string, { at: number; values: UserProvided }>();

  const stored = (spaceId: string): Values =>
    documents.all().find(({ id }) => id === spaceId)?.attributes ?? {};
  const isValid = (key: string, value: unknown) =>
    value === null || v.is(registered[key]?.schema ?? v.unknown(), value);

  /** A value that is not valid counts as absent; one of kibana.yml that is `null` fixes the default. */
  function read(spaceId: string, bypassCache: boolean): UserProvided {
    const known = cache.get(spaceId);
    if (!bypassCache && known && known.at + cacheTime > Date.now()) return known.values;
    const own = Object.entries(stored(spaceId))
      .filter(([key, value]) => value !== null && isValid(key, value))
      .map(([key, userValue]): [string, UserProvided[string]] => [key, { userValue }]);
    const values: UserProvided = Object.fromEntries(own);
    cache.set(spaceId, { at: Date.now(), values });
    return values;
  }

  function withOverrides(values: UserProvided): UserProvided {
    const fixed = Object.entries(overrides).map(
      ([key, userValue]): [string, UserProvided[string]] => [
        key,
        userValue === null ? { isOverridden: true } : { isOverridden: true, userValue },
      ],
    );
    return { ...values, ...Object.fromEntries(fixed) };
  }

  const asScoped = (principal: Principal | undefined, spaceId: string) => {
    const provided = (bypassCache = false) => withOverrides(read(spaceId, bypassCache));
    const setMany = async (changes: Values): Promise<void> => {
      cache.delete(spaceId);
      const fixed = Object.keys(changes).find((key) => Object.hasOwn(overrides, key));
      if (fixed)
        throw new CannotOverrideError(`Unable to update "${fixed}" because it is overridden`);
      for (const [key, value] of Object.entries(changes)) {
        const checked = v.safeParse(registered[key]?.schema ?? v.unknown(), value);
        if (value !== null && !checked.success) {
          throw new Error(`[validation [${key}]]: ${explain(checked.issues)}`);
        }
      }
      if (!principal || !privileges.hasSavedObject(principal, spaceId, 'config', true)) {
        throw Boom.forbidden('Unable to update config');
      }
      const next = { ...stored(spaceId), ...changes };
      if (documents.all().some(({ id }) => id === spaceId)) documents.update(spaceId, next);
      else documents.create(spaceId, next);
    };
    return {
      getRegistered: () =>
        Object.fromEntries(
          Object.entries(registered).map(([key, { schema: _schema, ...rest }]) => [key, rest]),
        ),
      getUserProvided: async (bypassCache?: boolean): Promise<UserProvided> =>
        provided(bypassCache),
      get: async (key: string): Promise<unknown> =>
        provided()[key]?.userValue ?? registered[key]?.value,
      isOverridden: (key: string): boolean => Object.hasOwn(overrides, key),
      setMany,
      set: (key: string, value: unknown) => setMany({ [key]: value }),
      remove: (key: string) => setMany({ [key]: null }),
    };
  };
  /** The values that a page of the space gets. */
  const of = (spaceId: string): UserProvided => withOverrides(read(spaceId, true));
  return { asScoped, of };
}
export type UiSettingsClients = ReturnType<typeof createUiSettingsClients>;

/** Kibana's own, without a status: its route answers 400 to it. */
export class CannotOverrideError extends Error {}
