import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { builtZip } from '../../scripts/build/cached_build';
import { defaultKibanaVersion } from '../../scripts/kibana_version';
import { inProject } from '../../scripts/paths';
import { type Simulator, startSimulator } from '../azure';
import {
  buildBrowser,
  installPlugin,
  type Kibana,
  kibanaVersionOf,
  prepareHome,
  startKibana,
} from '../kibana';
import { readOptions, type SandboxOptions } from './options';
import { deviceCodeNotice, nodeDiedNotice, welcome } from './welcome';

/** A new simulated Azure is empty, so what Kibana knew of the last one goes; the real one stays. */
const prepareFolder = async ({ azure, port }: SandboxOptions): Promise<string> => {
  const folder = inProject('.sandbox', `${azure}-${port}`);
  if (azure === 'simulated') await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
};

const requireFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new Error(`Port ${port} is taken: choose another by --port=`)),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });

/** The same after a restart, or the saved connectors could not be decrypted. */
const encryptionKey = async (folder: string): Promise<string> => {
  const file = path.join(folder, 'encryption_key');
  if (!existsSync(file)) await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFile(file, 'utf8');
};

const settingsFor = ({ proxyUrl, caFile }: Simulator) => ({
  'azure_openai_setup.proxyUrl': proxyUrl,
  'azure_openai_setup.ssl.certificateAuthorities': caFile,
  'xpack.actions.proxyUrl': proxyUrl,
  'host.elasticsearch.network': proxyUrl,
});

const startAll = async (options: SandboxOptions, running: Array<{ stop(): Promise<unknown> }>) => {
  const version =
    options['kibana-version'] ??
    (options.zip === undefined ? defaultKibanaVersion : await kibanaVersionOf(options.zip));
  const ports = options.node2 ? [options.port, options.port + 1] : [options.port];
  await Promise.all(ports.map(requireFree));
  const folder = await prepareFolder(options);
  const home = path.join(folder, 'kibana');
  await prepareHome({ home });
  await rm(path.join(home, 'plugins'), { recursive: true, force: true });
  await installPlugin({ home, zip: options.zip ?? (await builtZip(version)), version });
  await buildBrowser(path.join(home, 'browser'), version);

  let simulator: Simulator | undefined;
  if (options.azure === 'simulated') {
    const { world, speed } = options;
    simulator = await startSimulator({ dir: path.join(folder, 'azure'), world, speed });
    const { controlUrl, state } = simulator;
    state.onDeviceCode = (code) => console.log(deviceCodeNotice(controlUrl, code));
    running.push(simulator);
  }

  const key = await encryptionKey(folder);
  const startNode = async (nodeName: string, port: number): Promise<Kibana> => {
    const node = await startKibana({
      home,
      port,
      version,
      nodeName,
      settings: {
        'azure_openai_setup.encryptionKey': key,
        'xpack.encryptedSavedObjects.encryptionKey': key,
        'i18n.locale': options.locale,
        ...(simulator && settingsFor(simulator)),
      },
      env: simulator ? { NODE_EXTRA_CA_CERTS: simulator.caFile } : {},
    });
    running.push(node);
    // Stopping the sandbox takes the nodes off the list first.
    void node.closed.then(() => {
      if (running.includes(node)) console.error(nodeDiedNotice(nodeName, node.log()));
    });
    return node;
  };
  const urls: string[] = [];
  for (const [index, port] of ports.entries()) {
    urls.push((await startNode(`node${index + 1}`, port)).url);
  }
  return { home, version, urls, controlUrl: simulator?.controlUrl };
};

const main = async () => {
  const options = readOptions(process.argv.slice(2));
  const running: Array<{ stop(): Promise<unknown> }> = [];
  const stop = async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  };
  const stopAndExit = () => void stop().finally(() => process.exit(0));
  process.once('SIGINT', stopAndExit);
  process.once('SIGTERM', stopAndExit);
  try {
    console.log(welcome(options, await startAll(options, running)));
  } catch (error) {
    await stop();
    throw error;
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
