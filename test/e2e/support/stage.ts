import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import * as v from 'valibot';
import { builtZip } from '../../../scripts/build/cached_build';
import { defaultKibanaVersion, latestPatches } from '../../../scripts/kibana_version';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../azure';
import {
  buildBrowser,
  hungAfterMs,
  installPlugin,
  type Kibana,
  prepareHome,
  startKibana,
} from '../../kibana';
import { launchBrowser } from './browser';

/** Planted secrets that a search can find. */
export const plantedKeys = {
  seal: 'SEAL-KEY-'.repeat(5),
  savedObjects: 'SAVED-OBJECTS-KEY-'.repeat(3),
};

interface StageOptions {
  world?: SimulatorOptions['world'];
  speed?: SimulatorOptions['speed'];
  version?: string;
  settings?: Record<string, unknown>;
  /** Changes the installed plugin before Kibana starts. */
  installed?(folder: string): Promise<void>;
}

export interface Stage {
  simulator: Simulator;
  kibana: Kibana;
  /** KIBANA_HOME with everything that this Kibana saves and logs. */
  home: string;
  /** A page of a fresh browser profile, in Kibana as this person. */
  open(where: string, options?: OpenOptions): Promise<Page>;
  /** Another Kibana node over the same home, with its own settings and environment. */
  addNode(settings?: Record<string, unknown>, env?: Record<string, string>): Promise<Kibana>;
  restart(): Promise<Kibana>;
}

/** A stage that its test puts away. */
export interface OwnStage extends Stage {
  clear(): Promise<void>;
}

interface OpenOptions {
  /** `elastic` by default; `null` has not signed in. */
  user?: string | null;
  width?: number;
  dark?: boolean;
  /** The person's system is set to reduced motion. */
  still?: boolean;
  /** What the tab has in its session storage when it opens. */
  sessionStorage?: Record<string, string>;
  on?: Kibana;
}

export const pageUrl = '/app/azure_openai_setup';

/**
 * The two ends of what is supported, with the two EUIs and the two ways to load scripts. The tests are spread over both
 * and the default.
 */
export const { '9.2': oldestKibana, '9.6': newestKibana } = latestPatches;

/** The complete system: Azure, Kibana with the plugin installed from its zip, and a browser. */
export async function setStage(options: StageOptions = {}): Promise<OwnStage> {
  const version = options.version ?? defaultKibanaVersion;
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-'));
  const home = path.join(dir, 'kibana');
  await prepareHome({ home });
  await installPlugin({ home, zip: await builtZip(version), version });
  await options.installed?.(path.join(home, 'plugins', 'azureOpenaiSetup'));
  await buildBrowser(path.join(home, 'browser'), version);
  const { world, speed } = options;
  const simulator = await startSimulator({ dir, world, speed });
  const trusting = { NODE_EXTRA_CA_CERTS: simulator.caFile };
  const start = (
    nodeName: string,
    settings: Record<string, unknown> = {},
    env: Record<string, string> = trusting,
  ) =>
    startKibana({
      home,
      version,
      nodeName,
      settings: {
        'azure_openai_setup.encryptionKey': plantedKeys.seal,
        'azure_openai_setup.proxyUrl': simulator.proxyUrl,
        'azure_openai_setup.ssl.certificateAuthorities': simulator.caFile,
        'xpack.encryptedSavedObjects.encryptionKey': plantedKeys.savedObjects,
        'xpack.actions.proxyUrl': simulator.proxyUrl,
        'host.elasticsearch.network': simulator.proxyUrl,
        'host.lowUtilizationPollInterval': 500,
        'host.tasks.pauseScale': 0.1,
        'host.tasks.refreshInterval': 200,
        ...options.settings,
        ...settings,
      },
      env,
    });
  const nodes: Kibana[] = [];
  const closers: Array<() => Promise<unknown>> = [
    () => Promise.all(nodes.map((node) => node.stop())),
    () => simulator.stop(),
    () => rm(dir, { recursive: true, force: true }),
  ];
  const clear = async () => {
    for (const close of closers) await close();
  };
  // An open browser, process or server would keep Jest from ending.
  const orClear = async <Started>(starting: Promise<Started>): Promise<Started> => {
    try {
      return await starting;
    } catch (error) {
      await clear();
      throw error;
    }
  };
  const browser = await orClear(launchBrowser());
  closers.unshift(() => browser.close());
  nodes.push(await orClear(start('first')));
  const first = () => {
    const [node] = nodes;
    if (!node) throw new Error('no Kibana is running');
    return node;
  };

  return {
    simulator,
    home,
    get kibana() {
      return first();
    },
    open: async (where, { on = first(), sessionStorage = {}, ...given } = {}) => {
      const context = await newContext(browser, given);
      context.setDefaultTimeout(hungAfterMs);
      const page = await context.newPage();
      await page.addInitScript((stored) => {
        const missing = Object.entries(stored).filter(
          ([key]) => !window.sessionStorage.getItem(key),
        );
        for (const [key, text] of missing) window.sessionStorage.setItem(key, text);
      }, sessionStorage);
      await page.goto(`${on.url}${where}`);
      return page;
    },
    addNode: async (settings, env) => {
      const node = await start(`node-${nodes.length + 1}`, settings, env);
      nodes.push(node);
      return node;
    },
    restart: async () => {
      nodes.splice(0, 1, await start('first-again'));
      return first();
    },
    clear,
  };
}

/** One stage for the tests of a file, or of a `describe`. */
export function useStage(options: StageOptions = {}): Stage {
  let stage: OwnStage;
  beforeAll(async () => {
    stage = await setStage(options);
  });
  afterAll(() => stage.clear());
  return {
    get simulator() {
      return stage.simulator;
    },
    get kibana() {
      return stage.kibana;
    },
    get home() {
      return stage.home;
    },
    open: (...given) => stage.open(...given),
    addNode: (...given) => stage.addNode(...given),
    restart: () => stage.restart(),
  };
}

export const authorization = (user: string) =>
  `Basic ${Buffer.from(`${user}:changeme`).toString('base64')}`;

const namesShape = v.array(v.object({ name: v.string() }));
const endpointsShape = v.object({ endpoints: v.array(v.object({ inference_id: v.string() })) });

/** The targets in a space: names of its connectors, ids of the endpoints that call Azure OpenAI. */
export async function targetsIn({ kibana }: Stage, space = '') {
  const headers = { authorization: authorization('elastic'), 'kbn-xsrf': 'true' };
  const query = new URLSearchParams({ method: 'GET', path: '_inference/chat_completion/_all' });
  const [connectors, endpoints] = await Promise.all([
    fetch(`${kibana.url}${space}/api/actions/connectors`, { headers }),
    fetch(`${kibana.url}/api/console/proxy?${query.toString()}`, { method: 'POST', headers }),
  ]);
  return {
    connectors: v.parse(namesShape, await connectors.json()).map(({ name }) => name),
    endpoints: v
      .parse(endpointsShape, await endpoints.json())
      .endpoints.map((one) => one.inference_id),
  };
}

async function newContext(browser: Browser, options: OpenOptions) {
  const { user = 'elastic', width = 1280, dark, still } = options;
  return browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: still ? 'reduce' : 'no-preference',
    extraHTTPHeaders: user === null ? {} : { authorization: authorization(user) },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

/** Every file below a folder, as text. */
export async function allText(folder: string): Promise<Array<[file: string, text: string]>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry): Promise<[string, string]> => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), await readFile(file, 'utf8')];
    }),
  );
}
