import type { Logger } from '@kbn/core/server';
import type { ElasticsearchClients } from '../elasticsearch/client';
import type { PrivilegeRegistry } from '../features/privileges';
import { originOf } from '../http/kibana_request';
import type { createRouter } from '../http/router';
import type { ApiKeys } from '../security/api_keys';
import type { Audit } from '../audit';
import type { Principal } from '../security/principal';
import type { UiSettingsClients } from '../ui_settings/client';
import type { Manifest } from './manifest';

export interface CoreOptions {
  createRouter(): ReturnType<typeof createRouter>;
  privileges: PrivilegeRegistry;
  apiKeys: ApiKeys;
  audit: Audit;
  uiSettings: UiSettingsClients;
  elasticsearch: Pick<ElasticsearchClients, 'asInternalUser' | 'asScoped'>;
  /** False in a Kibana without its security plugin: it knows no users. */
  secured: boolean;
}

type AnyRequest = { headers: Record<string, string | string[] | undefined> };

/** `CoreStart`: the part that plugins of this host get. */
export function createCoreStart({
  privileges,
  apiKeys,
  audit,
  uiSettings,
  elasticsearch,
  secured,
}: CoreOptions) {
  /** Identifies the person and space of a saved-object client, which has no other function here. */
  const scopes = new WeakMap<object, { principal: Principal | undefined; spaceId: string }>();
  return {
    security: {
      authc: {
        /** `null` for a fake request. */
        getCurrentUser: (request: object) =>
          (secured ? originOf(request).principal?.user : undefined) ?? null,
        apiKeys: { areAPIKeysEnabled: apiKeys.areAPIKeysEnabled },
      },
      audit: { asScoped: audit.asScoped },
    },
    capabilities: {
      async resolveCapabilities(
        request: AnyRequest,
        { capabilityPath }: { capabilityPath?: unknown },
      ) {
        if (capabilityPath === undefined) throw new Error('capabilityPath is required');
        const { principal = apiKeys.principalOf(request.headers), spaceId } = originOf(request);
        return privileges.capabilities(principal, spaceId);
      },
    },
    elasticsearch: { client: elasticsearch },
    savedObjects: {
      getScopedClient(request: AnyRequest) {
        const { principal = apiKeys.principalOf(request.headers), spaceId } = originOf(request);
        const client = Object.freeze({});
        scopes.set(client, { principal, spaceId });
        return client;
      },
    },
    uiSettings: {
      asScopedToClient(savedObjectsClient: object) {
        const scope = scopes.get(savedObjectsClient);
        if (!scope) throw new Error('This is not a saved-object client of this Kibana.');
        return uiSettings.asScoped(scope.principal, scope.spaceId);
      },
    },
  };
}

/** The context a plugin is made with. */
export function initializerContext(options: {
  manifest: Manifest;
  config: unknown;
  log: Logger;
  version: string;
}) {
  const { manifest, config, log, version } = options;
  return {
    env: { packageInfo: { version } },
    logger: { get: (...context: string[]) => log.get('plugins', manifest.id, ...context) },
    config: { get: () => config },
  };
}
