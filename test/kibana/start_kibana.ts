import { fork } from 'node:child_process';
import { buildHost } from './install/build_host';

export interface KibanaOptions {
  /** KIBANA_HOME: `plugins/<id>`, `node_modules/@kbn`, `data/`. */
  home: string;
  /** A free one if absent. */
  port?: number;
  version?: string;
  /** Flat keys of `kibana.yml`. */
  settings?: Record<string, unknown>;
  env?: Record<string, string>;
  /** Distinguishes nodes that share a home. */
  nodeName?: string;
}

export interface Kibana {
  url: string;
  pid: number;
  /** Resolves when the process has ended for any reason. */
  closed: Promise<void>;
  /** The log. */
  log(): string;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

/** Starts a Kibana process. Rejects with its log if it does not start. */
export async function startKibana(options: KibanaOptions): Promise<Kibana> {
  const { home, port = 0, version = '9.4.0', settings = {}, nodeName = 'kibana' } = options;
  const child = fork(buildHost(), [], {
    cwd: home,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...options.env,
      NODE_ENV: 'production',
      KIBANA_HOST_OPTIONS: JSON.stringify({ home, port, version, settings, nodeName }),
    },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      written += String(chunk);
    });
  }
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(Reflect.get(Object(message), 'url'))));
    child.once('error', reject);
    void closed.then(() => reject(new Error(`Kibana did not start.\n${written}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await closed;
  };
  return {
    url,
    pid: child.pid ?? 0,
    closed,
    log: () => written,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
