import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './hung';
import { startKibana, type Kibana, type KibanaOptions } from './start_kibana';
import { prepareHome } from './install/prepare_home';
import { writeTestPlugin } from './test_plugin';

const running = new Set<Kibana>();
const folders: string[] = [];

const encryptionKey = 'a key of thirty-two characters or more';

/** A fresh KIBANA_HOME with the test plugin in it. */
export async function newHome(change?: Parameters<typeof writeTestPlugin>[1]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kibana-'));
  folders.push(folder);
  const home = path.join(folder, 'home');
  await prepareHome({ home, plugin: await writeTestPlugin(path.join(folder, 'built'), change) });
  return home;
}

/** Starts a host whose users `manager` and `reader` have the test plugin's privileges. */
export async function runKibana(
  home: string,
  options: Partial<KibanaOptions> = {},
): Promise<Kibana> {
  const kibana = await startKibana({
    home,
    ...options,
    settings: {
      'xpack.encryptedSavedObjects.encryptionKey': encryptionKey,
      'host.roles': {
        manager: { features: { testPlugin: 'all', actions: 'all' } },
        reader: { features: { testPlugin: 'read', actions: 'read' } },
        local: { features: { testPlugin: 'all' }, spaces: ['marketing'] },
      },
      'host.users': ['manager', 'reader', 'local'].map((name) => ({
        username: name,
        password: 'pass',
        roles: [name],
      })),
      ...options.settings,
    },
  });
  running.add(kibana);
  return kibana;
}

export async function cleanUp() {
  await Promise.all([...running].map((kibana) => kibana.stop()));
  running.clear();
  await Promise.all(
    folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })),
  );
}

/** Waits for a text in the log, which comes through a pipe: an answer can arrive before it. */
export const logged = async (kibana: Kibana, text: string): Promise<void> => {
  await until(
    async () => kibana.log(),
    (log) => log.includes(text),
  );
};

interface Call {
  as?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
  without?: string[];
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed when it is JSON. */
  body: unknown;
}

/** Calls an API as a browser page would; `without` leaves headers out. */
export async function call(
  kibana: Kibana,
  method: string,
  path_: string,
  { as = 'manager', body, headers = {}, without = [], signal }: Call = {},
): Promise<Answer> {
  const all: Record<string, string> = {
    'kbn-xsrf': 'true',
    'x-elastic-internal-origin': 'Kibana',
    authorization: `Basic ${Buffer.from(`${as}:${as === 'elastic' ? 'changeme' : 'pass'}`).toString('base64')}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  };
  for (const name of without) delete all[name];
  const response = await fetch(kibana.url + path_, {
    method,
    headers: all,
    redirect: 'manual',
    ...(signal && { signal }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
