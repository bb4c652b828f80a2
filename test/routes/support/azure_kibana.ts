import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtPlugin } from '../../../scripts/build/cached_build';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../azure';
import { type Kibana, prepareHome, startKibana } from '../../kibana';

/** A known key, so tests can seal arbitrary sessions. */
export const sealKey = 'SEAL-KEY-'.repeat(5);
const savedObjectsKey = 'SAVED-OBJECTS-KEY-'.repeat(3);

interface KibanaChange {
  nodeName?: string;
  /** Flat keys of `kibana.yml`; `undefined` takes one away. */
  settings?: Record<string, unknown>;
  env?: Record<string, string>;
}

export interface AzureKibana {
  simulator: Simulator;
  /** KIBANA_HOME, shared by all nodes. */
  home: string;
  /** Starts a node. All of them end with `clear`. */
  start(change?: KibanaChange): Promise<Kibana>;
  log(): Promise<string>;
  /** The lines among them that speak of failures without a name. */
  failures(): Promise<string[]>;
  clear(): Promise<void>;
}

/** The same plugin for another version: routes and tasks do not differ by the build. */
async function setVersion(home: string, version: string) {
  const file = path.join(home, 'plugins', 'azureOpenaiSetup', 'kibana.json');
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...Object(manifest), kibanaVersion: version }));
}

/** A simulated Azure, and a folder with the built plugin in which Kibana can be started. */
export async function setUpAzureKibana(
  options: Pick<SimulatorOptions, 'world' | 'speed'> & { version?: string } = {},
): Promise<AzureKibana> {
  const { version, ...ofSimulator } = options;
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-routes-'));
  const home = path.join(dir, 'kibana');
  await prepareHome({ home, plugin: await builtPlugin() });
  if (version) await setVersion(home, version);
  // Last, because an open server would keep Jest from ending if anything before it failed.
  const simulator = await startSimulator({ dir, ...ofSimulator });
  const nodes: Kibana[] = [];
  const log = () => readFile(path.join(home, 'data', 'kibana.log'), 'utf8');

  return {
    simulator,
    home,
    start: async ({ nodeName, settings, env } = {}) => {
      const node = await startKibana({
        home,
        nodeName,
        version,
        settings: {
          'azure_openai_setup.encryptionKey': sealKey,
          'azure_openai_setup.proxyUrl': simulator.proxyUrl,
          'azure_openai_setup.ssl.certificateAuthorities': simulator.caFile,
          'xpack.encryptedSavedObjects.encryptionKey': savedObjectsKey,
          'xpack.actions.proxyUrl': simulator.proxyUrl,
          'host.elasticsearch.network': simulator.proxyUrl,
          'logging.loggers': [{ name: 'plugins', level: 'all' }],
          'host.lowUtilizationPollInterval': 500,
          ...settings,
        },
        env: { NODE_EXTRA_CA_CERTS: simulator.caFile, ...env },
      });
      nodes.push(node);
      return node;
    },
    log,
    failures: async () => {
      const lines = (await log()).split('\n');
      return lines.filter((line) => /500 Server Error|FATAL|failed: \w*Error/.test(line));
    },
    clear: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
      await simulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
