import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KibanaRequest, Logger } from '@kbn/core/server';
import { chatUrl } from '../../common/azure/chat_url';
import type { Target } from '../../server/core/targets/target';
import {
  createConnectorTarget,
  type ConnectorServices,
} from '../../server/kibana/targets/connector/connector_target';
import {
  aDeployment,
  aGroup,
  anAccount,
  type SimAccount,
  type Simulator,
  startSimulator,
} from '../azure';
import {
  connectorSchema,
  connectorsOf,
  createActionsClient,
  createActionsConfig,
  createConnectorTypes,
  createEncryption,
  createLicense,
  openDocuments,
  type Operation,
  readSettings,
} from '../kibana';

export const connectorId = '7d0c2b3e-3f3b-4c2a-9a44-0f4f6f3b2a10';

export interface Wired {
  simulator: Simulator;
  account: SimAccount;
  /** The plugin's connectors, over Kibana's actions client, the connector's HTTP calls, a proxy and TLS. */
  target: Target<'connector'>;
  /** Actions that the person is not allowed to do. */
  forbidden: Set<Operation>;
  stop(): Promise<void>;
}

const modelOf: Readonly<Record<string, readonly [string, string]>> = {
  chat: ['gpt-5.2', '2025-12-11'],
  newest: ['gpt-5.6-luna', '2026-07-07'],
  vectors: ['text-embedding-3-large', '1'],
};

const aKibanaRequest = (): KibanaRequest => ({
  id: 'request',
  params: {},
  query: {},
  body: undefined,
  headers: {},
  events: { aborted$: { subscribe: () => ({ unsubscribe: () => undefined }) } },
});

/** The plugin's connectors over a real actions client of the host and the simulated data plane, in one process. */
export async function wireConnectors(
  deployment = 'chat',
  given: Record<string, unknown> = {},
  kibanaVersion = '9.4.0',
): Promise<Wired> {
  const dir = await mkdtemp(join(tmpdir(), 'wired-'));
  const simulator = await startSimulator({ dir });
  const account = anAccount('kbn', 'rg', {
    deployments: Object.entries(modelOf).map(([name, model]) =>
      aDeployment(name, model, ['GlobalStandard', 80]),
    ),
  });
  simulator.state.world.groups.push(aGroup('rg', 'eastus2'));
  simulator.state.world.accounts.push(account);
  const { settings } = readSettings({
    'xpack.actions.proxyUrl': simulator.proxyUrl,
    'xpack.actions.ssl.verificationMode': 'none',
    ...given,
  });
  const log = () => undefined;
  const logger: Logger = { debug: log, info: log, warn: log, error: log, get: () => logger };
  const config = createActionsConfig(settings);
  const encryption = createEncryption('k'.repeat(32));
  const documents = openDocuments(join(dir, 'connectors'), 'action', connectorSchema);
  const types = createConnectorTypes(kibanaVersion, config, createLicense(settings));
  const forbidden = new Set<Operation>();
  const client = createActionsClient({
    store: connectorsOf('default', documents, encryption),
    types,
    request: { settings, config, log: logger },
    audit: { log: () => undefined },
    isAuthorized: (operation) => !forbidden.has(operation),
  });
  const core: ConnectorServices['core'] = {
    capabilities: { resolveCapabilities: async () => ({ navLinks: {}, actions: { save: true } }) },
    security: { authc: { apiKeys: { areAPIKeysEnabled: async () => true } } },
  };
  const target = createConnectorTarget(
    {
      actionsSetup: {
        getActionsHealth: () => ({ hasPermanentEncryptionKey: true }),
        getActionsConfigurationUtilities: () => config,
        isActionTypeEnabled: () => true,
      },
      actions: { getActionsClientWithRequest: async () => client },
      licensing: { getLicense: async () => createLicense(settings) },
      core,
      canEncrypt: true,
      kibanaVersion,
      spaceOf: () => 'default',
    },
    aKibanaRequest(),
  );
  await target.create({
    id: connectorId,
    name: 'Azure OpenAI',
    url: chatUrl('https://kbn.openai.azure.com/', deployment),
    auth: { apiKey: account.keys.key1 },
    modelName: modelOf[deployment]?.[0] ?? '',
  });
  return {
    simulator,
    account,
    target,
    forbidden,
    async stop() {
      await simulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
