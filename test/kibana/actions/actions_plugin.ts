import type { Logger } from '@kbn/core/server';
import type { PrivilegeRegistry } from '../features/privileges';
import { originOf } from '../http/kibana_request';
import type { License } from '../licensing';
import type { ApiKeys } from '../security/api_keys';
import type { Audit } from '../audit';
import type { Settings } from '../config/settings';
import type { Documents } from '../state/documents';
import type { Encryption } from '../state/encryption';
import { createActionsClient, type Operation } from './actions_client';
import { createActionsConfig } from './actions_config';
import { connectorsOf, type StoredConnector } from './connector_store';
import { createConnectorTypes } from './connector_type';

interface ActionsOptions {
  settings: Settings;
  version: string;
  license: License;
  documents: Documents<StoredConnector['attributes']>;
  encryption: Encryption;
  privileges: PrivilegeRegistry;
  apiKeys: ApiKeys;
  audit: Audit;
  log: Logger;
}

interface ClientRequest {
  id: string;
  headers: Record<string, string | string[] | undefined>;
}

/** The contracts of Kibana's actions plugin. */
export function createActions(options: ActionsOptions) {
  const { settings, version, license, documents, encryption, privileges, apiKeys, audit, log } =
    options;
  const config = createActionsConfig(settings);
  const types = createConnectorTypes(version, config, license);

  async function getActionsClientWithRequest(request: ClientRequest) {
    if (!encryption.canEncrypt) {
      throw new Error(
        'Unable to create actions client because the Encrypted Saved Objects plugin is missing encryption key. Please set xpack.encryptedSavedObjects.encryptionKey in the kibana.yml or use the bin/kibana-encryption-keys command.',
      );
    }
    const { spaceId, principal: signedIn } = originOf(request);
    return createActionsClient({
      store: connectorsOf(spaceId, documents, encryption),
      types,
      preconfigured: settings['xpack.actions.preconfigured'],
      references: settings['host.references'],
      request: { settings, config, log },
      audit: audit.asScoped(request),
      isAuthorized(operation: Operation) {
        const principal = signedIn ?? apiKeys.principalOf(request.headers);
        const writes = operation !== 'get' && operation !== 'execute';
        return (
          principal !== undefined &&
          privileges.hasSavedObject(principal, spaceId, 'action', writes) &&
          privileges.hasApi(principal, spaceId, 'actions:execute-basic-connectors')
        );
      },
    });
  }

  return {
    setup: {
      getActionsHealth: () => ({ hasPermanentEncryptionKey: encryption.canEncrypt }),
      getActionsConfigurationUtilities: () => config,
      isActionTypeEnabled: types.isEnabled,
    },
    start: { getActionsClientWithRequest },
  };
}
