import type { Logger } from '@kbn/core/server';
import { createCoreStart, initializerContext, type CoreOptions } from './core_contracts';
import { instantiate, requireServer, type LoadedPlugin } from './load_plugin';
import { discoverPlugins, type Manifest } from './manifest';
import { readPluginConfig, refuseUnknownSettings } from './plugin_config';
import type { BundledPlugin } from '../pages/bundle_routes';

interface PluginsOptions {
  home: string;
  version: string;
  log: Logger;
  /** Settings that the host does not know. */
  pluginSettings: Record<string, unknown>;
  core: CoreOptions;
  /** Contracts of Kibana's own plugins, by id. */
  offered: Record<string, { setup: object; start: object }>;
}

interface ReadyPlugin {
  manifest: Manifest;
  instance: LoadedPlugin | undefined;
}

/** Discovers, configures and makes every plugin under `plugins/`; a fault in one is fatal. */
export async function loadPlugins(options: PluginsOptions) {
  const { home, version, log, pluginSettings } = options;
  const manifests = discoverPlugins(home, version);
  const ready: ReadyPlugin[] = [];
  for (const manifest of manifests) {
    const plugin = await prepare(manifest, options);
    if (plugin) ready.push(plugin);
  }
  refuseUnknownSettings(
    pluginSettings,
    manifests.map(({ configPath }) => configPath),
  );
  log
    .get('plugins-system', 'standard')
    .info(
      `Setting up [${ready.length}] plugins: [${ready.map(({ manifest }) => manifest.id).join(',')}]`,
    );
  return {
    bundled: manifests
      .filter(({ ui }) => ui)
      .map((manifest): BundledPlugin => ({
        id: manifest.id,
        version: manifest.version,
        folder: manifest.folder,
        enabled: ready.some((one) => one.manifest === manifest),
        dependencies: dependenciesOf(manifest).filter((name) => name in options.offered),
      })),
    ...lifecycle(ready, options),
  };
}

const dependenciesOf = ({ requiredPlugins, optionalPlugins }: Manifest): string[] => [
  ...requiredPlugins,
  ...optionalPlugins,
];

async function prepare(
  manifest: Manifest,
  options: PluginsOptions,
): Promise<ReadyPlugin | undefined> {
  const { version, log, pluginSettings, offered } = options;
  const { id } = manifest;
  const system = log.get('plugins-system', 'standard');
  const missing = manifest.requiredPlugins.filter((name) => !(name in offered));
  if (missing.length > 0) {
    system.info(
      `Plugin "${id}" has been disabled since the following direct or transitive dependencies are missing, disabled, or have incompatible types: [${missing.join(', ')}]`,
    );
    return undefined;
  }
  const server = manifest.server ? requireServer(manifest) : undefined;
  const config = readPluginConfig(manifest, server?.config, pluginSettings);
  if (!config.enabled) {
    system.info(`Plugin "${id}" is disabled.`);
    return undefined;
  }
  const context = initializerContext({ manifest, config: config.values, log, version });
  return {
    manifest,
    instance: server && (await instantiate(id, server.create, context)),
  };
}

function lifecycle(plugins: ReadyPlugin[], { core, offered }: PluginsOptions) {
  const coreStart = createCoreStart(core);
  const waiting: Array<() => void> = [];
  const dependencies = ({ manifest }: ReadyPlugin, phase: 'setup' | 'start') =>
    Object.fromEntries(
      dependenciesOf(manifest).flatMap((name) => {
        const contract = offered[name]?.[phase];
        return contract ? [[name, contract]] : [];
      }),
    );
  const contracts = new Map<string, unknown>();

  return {
    setup() {
      for (const plugin of plugins) {
        const services = new Promise((resolve) => {
          waiting.push(() =>
            resolve([coreStart, dependencies(plugin, 'start'), contracts.get(plugin.manifest.id)]),
          );
        });
        const coreSetup = {
          http: { createRouter: core.createRouter },
          getStartServices: () => services,
        };
        plugin.instance?.setup(coreSetup, dependencies(plugin, 'setup'));
      }
    },
    start() {
      for (const plugin of plugins) {
        contracts.set(
          plugin.manifest.id,
          plugin.instance?.start(coreStart, dependencies(plugin, 'start')),
        );
      }
      for (const resolve of waiting) resolve();
    },
    async stop() {
      for (const { instance } of plugins) await instance?.stop();
    },
  };
}
