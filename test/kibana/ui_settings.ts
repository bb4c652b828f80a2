import Boom from '@hapi/boom';
import type { Request, Server } from '@hapi/hapi';
import { coerce, gte } from 'semver';
import * as v from 'valibot';
import { record, strictObject } from './shapes';
import type { PrivilegeRegistry } from './features/privileges';
import type { Settings } from './settings';
import type { Documents } from './state/documents';

export const uiSettingsSchema = record(v.unknown());
type Values = v.InferOutput<typeof uiSettingsSchema>;

export const chatExperience = 'aiAssistant:preferredChatExperience';

/**
 * The settings of this host, with their defaults: those about AI. Agent Builder is the preferred chat from 9.4 on, and in 9.3 in
 * a space with the navigation of Elasticsearch; 9.2 does not know the setting.
 */
function uiSettingDefaults(version: string, settings: Settings): Values {
  const at = coerce(version)?.version ?? '0.0.0';
  const isAgent = gte(at, '9.4.0') || settings['host.solution'] === 'es';
  return {
    'genAiSettings:defaultAIConnector': 'NO_DEFAULT_CONNECTOR',
    'genAiSettings:defaultAIConnectorOnly': false,
    ...(gte(at, '9.3.0') && { [chatExperience]: isAgent ? 'agent' : 'classic' }),
  };
}

export interface UiSettings {
  defaults: Values;
  /** The settings of a space; `uiSettings.overrides` in kibana.yml take precedence. */
  of(spaceId: string): Values;
}

const changesBody = strictObject({ changes: uiSettingsSchema });

/** Settings per space, as a document each, and Kibana's internal API for them. */
export function createUiSettings(
  server: Server,
  {
    version,
    settings,
    documents,
    privileges,
  }: {
    version: string;
    settings: Settings;
    documents: Documents<Values>;
    privileges: PrivilegeRegistry;
  },
): UiSettings {
  const defaults = uiSettingDefaults(version, settings);
  const overrides = settings['uiSettings.overrides'];
  const saved = (spaceId: string) =>
    documents.all().find(({ id }) => id === spaceId)?.attributes ?? {};
  const of = (spaceId: string): Values => ({ ...saved(spaceId), ...overrides });
  const answer = (spaceId: string) => ({
    settings: Object.fromEntries(
      Object.entries(of(spaceId)).map(([key, userValue]) => [key, { userValue }]),
    ),
  });
  server.route([
    {
      method: 'GET',
      path: '/internal/kibana/settings',
      handler: ({ app }: Request) => answer(app.spaceId),
    },
    {
      method: 'POST',
      path: '/internal/kibana/settings',
      handler(request: Request) {
        const { principal, spaceId } = request.app;
        if (!('kbn-xsrf' in request.headers) && !('kbn-version' in request.headers)) {
          throw Boom.badRequest('Request must contain a kbn-xsrf header.');
        }
        if (!principal || !privileges.hasSavedObject(principal, spaceId, 'config', true)) {
          throw Boom.forbidden('Unable to update config');
        }
        const { changes } = v.parse(changesBody, request.payload);
        const fixed = Object.keys(changes).find((key) => Object.hasOwn(overrides, key));
        if (fixed) throw Boom.badRequest(`Unable to update "${fixed}" because it is overridden`);
        const values = Object.entries({ ...saved(spaceId), ...changes });
        const next = Object.fromEntries(values.filter(([, value]) => value !== null));
        if (documents.all().some(({ id }) => id === spaceId)) documents.update(spaceId, next);
        else documents.create(spaceId, next);
        return answer(spaceId);
      },
    },
  ]);
  return { defaults, of };
}
