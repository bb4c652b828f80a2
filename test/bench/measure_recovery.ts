import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { builtPlugin } from '../../scripts/build/cached_build';
import { credentials, startSimulator } from '../azure';
import { prepareHome, startKibana } from '../kibana';
import { createApi } from './api';

const document = v.object({
  attributes: v.nullable(v.object({ status: v.string(), retryAt: v.nullable(v.string()) })),
});

/** When Task Manager considers the running task abandoned, from its document. */
async function abandonedAt(folder: string): Promise<number> {
  for (const name of (await readdir(folder)).sort().reverse()) {
    if (!name.endsWith('.json')) continue;
    const { attributes } = v.parse(
      document,
      JSON.parse(await readFile(path.join(folder, name), 'utf8')),
    );
    if (attributes?.status === 'running' && attributes.retryAt) {
      return Date.parse(attributes.retryAt);
    }
  }
  throw new Error('no task is running');
}

/** Of a node with little to do; Kibana's own, and fixed there. */
const pollIntervalMs = 3_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Two nodes over one store; the one that carries out a run is killed. How long until the other one continues it,
 * beside what Task Manager itself needs: until the task counts as abandoned, and one poll.
 */
export async function measureRecovery() {
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-recovery-'));
  const home = path.join(dir, 'kibana');
  const simulator = await startSimulator({ dir, speed: 'quick' });
  simulator.state.delays.accountMs = 10 * 60_000;
  await prepareHome({ home, plugin: await builtPlugin() });
  const settings = {
    'azure_openai_setup.encryptionKey': randomUUID(),
    'azure_openai_setup.proxyUrl': simulator.proxyUrl,
    'azure_openai_setup.ssl.certificateAuthorities': simulator.caFile,
    'xpack.encryptedSavedObjects.encryptionKey': randomUUID(),
    'xpack.actions.proxyUrl': simulator.proxyUrl,
    'host.elasticsearch.network': simulator.proxyUrl,
  };
  const env = { NODE_EXTRA_CA_CERTS: simulator.caFile };
  const first = await startKibana({ home, settings, env, nodeName: 'first' });
  const api = createApi(first.url);
  const { session } = await api('signIn', {
    kind: 'service_principal',
    cloud: 'public',
    ...credentials.good,
  });
  const { request } = await api('recommendation', { session, useCase: 'both', fixed: {} });
  await api('startRun', { session, runId: randomUUID(), request });
  const isAccountPut = ({ method, path: url }: { method: string; path: string }) =>
    method === 'PUT' && /\/accounts\//i.test(url);
  while (!simulator.requests.some(isAccountPut)) await pause(50);
  const second = await startKibana({ home, settings, env, nodeName: 'second' });
  try {
    await first.kill();
    const killedAt = Date.now();
    const needMs =
      (await abandonedAt(path.join(home, 'data', 'tasks'))) - killedAt + pollIntervalMs;
    simulator.requests.length = 0;
    while (simulator.requests.length === 0) await pause(50);
    const recoveryMs = Date.now() - killedAt;
    return { needMs, recoveryMs, ratio: Math.round((recoveryMs / needMs) * 1_000) / 1_000 };
  } finally {
    await second.stop();
    await simulator.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
