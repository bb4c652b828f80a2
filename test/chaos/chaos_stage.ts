import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createArmAzure } from '../../server/core/azure/arm/arm_azure';
import { createPriceTransport, createTransport } from '../../server/core/azure/arm/arm_transport';
import { retailPrices } from '../../server/core/azure/prices/retail_prices';
import type { PriceList } from '../../server/core/azure/price_list';
import type { Azure } from '../../server/core/azure/azure';
import type { TargetSpec } from '../../server/core/targets/target';
import type { TickContext } from '../../server/core/workflows/engine/waiting';
import { createSeal } from '../../server/core/sign_in/seal';
import { createSignIn } from '../../server/core/sign_in/sign_in';
import {
  credentials,
  ids,
  startFaultGateway,
  startSimulator,
  type SimulatorState,
  type WorldState,
} from '../azure';
import { elasticsearchInProcess } from '../kibana';
import { aTickContext } from '../support/builders/a_tick_context';
import { createFakeTarget } from '../support/fake_target';
import { createGate, type Gate } from './gate';
import { inventory } from './inventory';
import type { Scenario } from './scenarios';

type EndpointStore = Awaited<ReturnType<typeof elasticsearchInProcess>>['store'];
type StoredEndpoint = Parameters<EndpointStore['create']>;

/** All resources at one moment. */
export interface Existing {
  world: WorldState;
  connectors: readonly TargetSpec[];
  endpoints: readonly StoredEndpoint[];
}

/**
 * The plugin's adapters over an in-process simulator and Elasticsearch, with a clock that advances when a tick sleeps.
 * Connectors are in memory.
 */
export interface ChaosStage {
  state: SimulatorState;
  /** The endpoints of Elasticsearch. */
  endpoints: EndpointStore;
  /** Without a cache. */
  priceList?: PriceList;
  /** Replaces all resources, and clears faults, requests and tokens. */
  arrange(existing: Existing): Promise<void>;
  /** The current resources. */
  existing(): Promise<Existing>;
  /** The same as comparable lines. */
  inventory(): string[];
  /** Signs in, without faults. */
  signIn(gate?: Gate): Promise<Azure>;
  /** The context for the ticks of one run. `reported` collects unnamed failures. */
  tickContext(scenario: Scenario, azure: Azure, reported: unknown[], gate?: Gate): TickContext;
  stop(): Promise<void>;
}

/** Before the run created anything. */
export const beginning = (scenario: Scenario): Existing => ({
  world: scenario.world(),
  connectors: [],
  endpoints: [],
});

export async function startChaosStage(): Promise<ChaosStage> {
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-chaos-'));
  const simulator = await startSimulator({ dir });
  const { state, proxyUrl } = simulator;
  const certificateAuthority = readFileSync(simulator.caFile, 'utf8');
  const elasticsearch = await elasticsearchInProcess('9.4.6', dir, {
    network: proxyUrl,
    certificateAuthority,
  });
  const { store } = elasticsearch;
  const gateway = await startFaultGateway(state, {
    url: elasticsearch.url,
    host: 'elasticsearch',
    errorOf: (status, type, reason) => ({
      status,
      headers: { 'x-elastic-product': 'Elasticsearch' },
      json: { error: { root_cause: [{ type, reason }], type, reason }, status },
    }),
  });
  const transportOptions = {
    cloud: 'public',
    proxyUrl,
    certificateAuthorities: [certificateAuthority],
  } as const;
  const httpClient = createTransport(transportOptions);
  const bound = { user: 'ada', space: 'default' };
  const signIns = createSignIn({
    seal: createSeal(),
    transport: () => httpClient,
    deviceCodeClientId: ids.azureCli,
    serverIdentityEnabled: false,
  });
  const connectors = createFakeTarget();
  const open = createGate();
  return {
    state,
    endpoints: store,
    priceList: retailPrices('public', createPriceTransport(transportOptions)),
    async arrange({ world, connectors: ofKibana, endpoints }) {
      simulator.reset('empty', 'instant');
      state.world = structuredClone(world);
      connectors.stored.clear();
      for (const one of ofKibana) connectors.stored.set(one.id, one);
      for (const { id } of store.all()) store.delete(id);
      for (const one of endpoints) await store.create(...one);
    },
    async existing() {
      const endpoints = store
        .all()
        .map(async (one): Promise<StoredEndpoint> => [one, await store.secretsOf(one.id)]);
      return {
        world: structuredClone(state.world),
        connectors: [...connectors.stored.values()],
        endpoints: await Promise.all(endpoints),
      };
    },
    inventory: () => [
      ...inventory(state),
      ...[...connectors.stored.keys()].map((id) => `connector ${id}`),
      ...store
        .all()
        .map(
          ({ id, serviceSettings: { resource_name: name } }) =>
            `inference endpoint ${id} of ${String(name)}`,
        ),
    ],
    async signIn(gate = open) {
      const { faults, requests } = state;
      const sent = requests.length;
      state.faults = [];
      const signIn = { ...credentials.good, kind: 'service_principal', cloud: 'public' } as const;
      const { session } = await signIns.start(signIn, bound);
      Object.assign(state, { faults });
      requests.length = sent;
      const { tenantId, accessToken } = signIns.open(session, bound);
      const gated = gate.httpClient(httpClient);
      return createArmAzure({ cloud: 'public', tenantId, accessToken, httpClient: gated });
    },
    tickContext: ({ application }, azure, reported, gate = open) => ({
      ...gate.context(aTickContext(azure, connectors, state)),
      targets: {
        connector: gate.connectors(connectors),
        inference_endpoint: gate.inferenceEndpoints(gateway.url),
      },
      application,
      report: (error) => void reported.push(error),
    }),
    async stop() {
      await gateway.stop();
      await elasticsearch.stop();
      await simulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
