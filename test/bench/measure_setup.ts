import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Recommendation } from '../../common/recommendation';
import { builtPlugin } from '../../scripts/build/cached_build';
import {
  credentials,
  criticalPathMs,
  type Simulator,
  type Speed,
  startSimulator,
  type WorldName,
} from '../azure';
import { prepareHome, startKibana } from '../kibana';
import { createApi, type Api } from './api';

interface Bench {
  api: Api;
  session: string;
  simulator: Simulator;
}

/** A Kibana with the plugin and a simulated Azure of this speed, signed in. */
async function withKibana<T>(
  speed: Speed,
  measure: (bench: Bench) => Promise<T>,
  world: WorldName = 'empty',
): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-bench-'));
  const home = path.join(dir, 'kibana');
  const simulator = await startSimulator({ dir, speed, world });
  await prepareHome({ home, plugin: await builtPlugin() });
  const kibana = await startKibana({
    home,
    settings: {
      'azure_openai_setup.encryptionKey': randomUUID(),
      'azure_openai_setup.proxyUrl': simulator.proxyUrl,
      'azure_openai_setup.ssl.certificateAuthorities': simulator.caFile,
      'xpack.encryptedSavedObjects.encryptionKey': randomUUID(),
      'xpack.actions.proxyUrl': simulator.proxyUrl,
      'host.elasticsearch.network': simulator.proxyUrl,
    },
    env: { NODE_EXTRA_CA_CERTS: simulator.caFile },
  });
  try {
    const api = createApi(kibana.url);
    const signIn = { kind: 'service_principal', cloud: 'public', ...credentials.good } as const;
    const signedIn = await api('signIn', signIn);
    return await measure({ api, session: signedIn.session, simulator });
  } finally {
    await kibana.stop();
    await simulator.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function timed<T>({ simulator }: Bench, act: () => Promise<T>) {
  const before = simulator.requests.length;
  const start = performance.now();
  const result = await act();
  const ms = Math.round(performance.now() - start);
  return { result, ms, azureCalls: simulator.requests.length - before };
}

const latency = 150;
const inRoundTrips = ({ ms, azureCalls }: { ms: number; azureCalls: number }) => ({
  ms,
  azureCalls,
  roundTrips: Math.round((ms / latency) * 10) / 10,
});

export const measureReads = () =>
  withKibana({ base: 'instant', latencyMs: latency }, async (bench) => {
    const { api, session } = bench;
    const advise = () => api('recommendation', { session, useCase: 'both', fixed: {} });
    const cold = await timed(bench, advise);
    const warm = await timed(bench, advise);
    const { request } = cold.result;
    const { subscriptionId, location } = request;
    const options = await timed(bench, () => api('options', { session, subscriptionId, location }));
    const plan = await timed(bench, () => api('plan', { session, request }));
    return {
      latencyMs: latency,
      recommendationCold: inRoundTrips(cold),
      recommendation: inRoundTrips(warm),
      options: inRoundTrips(options),
      plan: inRoundTrips(plan),
    };
  });

/** All regions at once, each call to Azure at 150 ms; the model lists are remembered after the first time. */
export const measureOffers = () =>
  withKibana(
    { base: 'instant', latencyMs: latency },
    async (bench) => {
      const { api, session, simulator } = bench;
      const subscriptionId = simulator.state.world.subscriptions[0]?.subscriptionId ?? '';
      const look = async () => {
        const before = simulator.requests.length;
        const { result, ms } = await timed(bench, () =>
          api('offers', { session, subscriptionId, kind: 'OpenAI', useCase: 'security' }),
        );
        const calls = simulator.requests.slice(before).filter(({ method }) => method !== 'CONNECT');
        const bytesRead = calls.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
        return { result, measured: { ms, azureCalls: calls.length, bytesRead } };
      };
      const cold = await look();
      const warm = await look();
      const { regions, offers, unread } = cold.result;
      return {
        latencyMs: latency,
        regions,
        unread: unread.length,
        offers: offers.length,
        answerBytes: JSON.stringify(cold.result).length,
        cold: cold.measured,
        warm: warm.measured,
      };
    },
    'many_regions',
  );

async function finish(api: Api, runId: string) {
  for (;;) {
    const { run } = await api('run', {}, { runId });
    if (run.status === 'finished') return;
    if (run.status === 'blocked') throw new Error(`stopped: ${JSON.stringify(run.problem)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** One setup at realistic speed, from the button to the model's answer. */
export const measureRun = () =>
  withKibana('real', async (bench) => {
    const { api, session } = bench;
    const runId = randomUUID();
    const { request }: Recommendation = await api('recommendation', {
      session,
      useCase: 'both',
      fixed: {},
    });
    const { ms, azureCalls } = await timed(bench, async () => {
      await api('startRun', { session, runId, request });
      await finish(api, runId);
    });
    const criticalPath = criticalPathMs('real');
    const ratio = Math.round((ms / criticalPath) * 1000) / 1000;
    return { wallMs: ms, criticalPathMs: criticalPath, ratio, azureCalls };
  });
