import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Request } from '@hapi/hapi';
import { createActions } from './actions/actions_plugin';
import { registerActionsRoutes } from './actions/actions_routes';
import { connectorSchema } from './actions/connector_store';
import { scriptTags, scriptUrls } from './browser/loader';
import { createCredentials, createElasticsearchClient } from './elasticsearch/client';
import { registerConsoleProxy } from './elasticsearch/console_proxy';
import { startElasticsearch } from './elasticsearch/elasticsearch';
import { openEndpoints } from './elasticsearch/endpoint_store';
import { inferenceRules } from './elasticsearch/inference_rules';
import { openUses } from './elasticsearch/uses';
import { createPrivilegeRegistry } from './features/privileges';
import { originOf } from './http/kibana_request';
import { createRouter } from './http/router';
import { createServer } from './http/server';
import { createFeatureModels } from './inference/feature_models';
import { createInference } from './inference/inference_plugin';
import { createUiSettingsClients, uiSettingsSchema } from './ui_settings/client';
import { registeredSettings } from './ui_settings/registered';
import { registerStatusRoute } from './http/status_route';
import { registerUiSettingsRoutes } from './ui_settings/routes';
import { createLicense } from './licensing';
import type { createLogger } from './logging';
import { hashBuild } from './pages/build_hash';
import { registerBundleRoutes } from './pages/bundle_routes';
import { cspHeaders } from './pages/csp';
import { pageInputOf, registerPageRoutes } from './pages/page_routes';
import { loadPlugins } from './plugins/start_plugins';
import { apiKeySchema, createApiKeys } from './security/api_keys';
import { createAudit } from './audit';
import { registerAuthentication } from './security/authenticate';
import { registerLoginRoutes } from './security/login_routes';
import { createSessions, sessionSchema } from './security/sessions';
import { createUsers } from './security/users';
import type { SettingsWithRest } from './config/settings';
import {
  initServerI18n,
  readTranslations,
  registerTranslationsRoute,
} from './install/translations';
import { readOrCreate } from './state/create_file';
import { openDocuments } from './state/documents';
import { createEncryption } from './state/encryption';
import { createTaskManager } from './tasks/task_manager';
import { taskSchema } from './tasks/task_document';
import { taskRules } from './tasks/task_rules';
import { createUsageCollection } from './usage_collection';

interface HostOptions extends SettingsWithRest {
  home: string;
  port: number;
  version: string;
  nodeName: string;
  log: ReturnType<typeof createLogger>;
}

/** Creates the parts of this Kibana and starts them in Kibana's order. */
export async function startHost(
  options: HostOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { home, port, version, nodeName, log, settings } = options;
  const data = path.join(home, 'data');
  mkdirSync(data, { recursive: true });
  const serverBasePath = settings['server.basePath'] ?? '';
  const instanceUuid = readOrCreate(path.join(data, `uuid-${nodeName}`), randomUUID);
  const in_ = (name: string) => path.join(data, name);

  const secured = !settings['host.absentPlugins'].includes('security');
  const encryption = createEncryption(settings['xpack.encryptedSavedObjects.encryptionKey']);
  const apiKeys = createApiKeys(
    openDocuments(in_('api_keys'), 'api_key', apiKeySchema),
    secured && settings['xpack.security.authc.api_key.enabled'],
  );
  const sessions = createSessions(openDocuments(in_('sessions'), 'session', sessionSchema));
  const users = createUsers(settings);
  const audit = createAudit(in_('audit.log'), secured && settings['xpack.security.audit.enabled']);
  const privileges = createPrivilegeRegistry();
  const license = createLicense(settings);
  const registered = registeredSettings(version, settings);
  const uiSettings = createUiSettingsClients({
    settings,
    registered,
    privileges,
    documents: openDocuments(in_('ui_settings'), 'config', uiSettingsSchema),
  });

  const credentials = createCredentials(users, apiKeys, secured);
  const elasticsearch = await startElasticsearch({
    license,
    store: openEndpoints(data),
    uses: openUses(data),
    rules: inferenceRules(version),
    outside: {
      network: settings['host.elasticsearch.network'],
      timeScale: settings['host.taskTimeScale'],
    },
    authenticate: credentials.authenticate,
    log: log.get('elasticsearch'),
  });
  const clients = createElasticsearchClient(elasticsearch.url, credentials);

  const server = createServer({
    port,
    settings,
    log: log.get('http'),
    headers: cspHeaders,
  });
  registerAuthentication(server, {
    users,
    sessions,
    apiKeys,
    serverBasePath,
    secured,
    basePathOf: (request) => serverBasePath + request.app.spacePath,
  });
  const newRouter = () => createRouter({ server, version, privileges, log: log.get('http') });

  const tasks = createTaskManager({
    documents: openDocuments(in_('tasks'), 'task', taskSchema),
    apiKeys,
    encryption,
    settings,
    rules: taskRules(version, settings),
    ownerId: instanceUuid,
    log: log.get('plugins', 'taskManager'),
  });
  const actions = createActions({
    settings,
    version,
    license,
    encryption,
    privileges,
    apiKeys,
    audit,
    documents: openDocuments(in_('connectors'), 'action', connectorSchema),
    log: log.get('plugins', 'actions'),
  });
  const inference = createInference({
    version,
    settings,
    elasticsearch: clients,
    clientOf: actions.start.getActionsClientWithRequest,
  });
  const { getConnectorList } = inference;
  const featureModels = createFeatureModels({ version, settings, uiSettings, getConnectorList });
  const spaces = { spacesService: { getSpaceId: (request: object) => originOf(request).spaceId } };
  const nothing = { setup: {}, start: {} };

  const translations = readTranslations(home, settings['i18n.locale']);
  initServerI18n(home, translations);
  const plugins = await loadPlugins({
    home,
    version,
    log,
    pluginSettings: options.rest,
    core: {
      createRouter: newRouter,
      privileges,
      apiKeys,
      audit,
      uiSettings,
      elasticsearch: clients,
      secured,
    },
    offered: without(settings['host.absentPlugins'], {
      actions,
      encryptedSavedObjects: { setup: { canEncrypt: encryption.canEncrypt }, start: {} },
      features: { setup: { registerKibanaFeature: privileges.register }, start: {} },
      home: nothing,
      inference: inference.contract,
      licensing: { setup: {}, start: { getLicense: async () => license } },
      management: nothing,
      searchInferenceEndpoints: featureModels.contract,
      security: nothing,
      share: nothing,
      spaces: { setup: spaces, start: spaces },
      taskManager: { setup: tasks.setup, start: tasks.start },
      usageCollection: createUsageCollection(in_('usage.log')),
    }),
  });

  registerStatusRoute(server, version);
  registerConsoleProxy(server, elasticsearch.url, credentials);
  registerActionsRoutes(newRouter(), actions.start.getActionsClientWithRequest);
  registerUiSettingsRoutes(server, uiSettings);
  inference.registerRoutes(newRouter());
  featureModels.registerRoutes(newRouter());
  const buildHash = hashBuild(version, path.join(home, 'browser'));
  registerBundleRoutes(server, buildHash, home, plugins.bundled);
  const pages = {
    settings,
    version,
    buildHash,
    privileges,
    registered,
    uiSettings,
    plugins: plugins.bundled,
    translationsPath: registerTranslationsRoute(server, translations),
  };
  registerPageRoutes(server, pages);
  const scriptsOf = (request: Request) => {
    const input = pageInputOf(request, pages);
    return scriptTags(input, scriptUrls(input));
  };
  registerLoginRoutes(server, { users, sessions, audit, serverBasePath, scriptsOf });

  plugins.setup();
  privileges.lock();
  plugins.start();
  tasks.startPolling();
  await server.start();
  const url = `${server.info.uri}${settings['server.rewriteBasePath'] ? serverBasePath : ''}`;
  log.get('http', 'server', 'Kibana').info(`http server running at ${url}`);
  log.get('status').info('Kibana is now available');
  return {
    url,
    async stop() {
      tasks.stop();
      await server.stop({ timeout: 1_000 });
      await plugins.stop();
      await clients.close();
      await elasticsearch.stop();
    },
  };
}

const without = <Contract>(absent: string[], contracts: Record<string, Contract>) =>
  Object.fromEntries(Object.entries(contracts).filter(([id]) => !absent.includes(id)));
