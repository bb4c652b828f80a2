import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SetupRequest } from '../../common/setup_request';
import { createArmAzure } from '../../server/core/azure/arm/arm_azure';
import { createPriceTransport, createTransport } from '../../server/core/azure/http/arm_transport';
import { retailPrices } from '../../server/core/azure/prices/retail_prices';
import type { PriceList } from '../../server/core/prices/price_list';
import type { Azure } from '../../server/core/azure/azure';
import type { TickContext } from '../../server/core/workflows/waiting';
import { createSeal } from '../../server/core/sign_in/seal';
import { createSignIn } from '../../server/core/sign_in/sign_in';
import { credentials, ids, type SimulatorState, startSimulator, type WorldState } from '../azure';
import { aSetupRequest } from '../support/a_setup_request';
import { aTickContext } from '../support/a_tick_context';
import { createFakeTarget, type FakeTarget } from '../support/fake_target';

/** The plugin's own adapter over a simulator in this process, on a clock that moves when a tick sleeps. */
export interface ChaosStage {
  state: SimulatorState;
  request: SetupRequest;
  /** Without a cache. */
  priceList?: PriceList;
  /** Replaces everything that exists, and forgets faults, requests and tokens. */
  arrange(world: WorldState): void;
  /** Signs in to what was arranged. */
  signIn(): Promise<Azure>;
  /** For the ticks of one run. `reported` collects the failures that have no name. */
  tickContext(azure: Azure, target: FakeTarget, reported: unknown[]): TickContext;
  stop(): Promise<void>;
}

export const newTarget = createFakeTarget;

export async function startChaosStage(): Promise<ChaosStage> {
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-chaos-'));
  const simulator = await startSimulator({ dir });
  const { state, proxyUrl } = simulator;
  const certificateAuthorities = [readFileSync(simulator.caFile, 'utf8')];
  const transportOptions = { cloud: 'public', proxyUrl, certificateAuthorities } as const;
  const httpClient = createTransport(transportOptions);
  const bound = { user: 'ada', space: 'default' };
  const signIns = createSignIn({
    seal: createSeal(),
    transport: () => httpClient,
    deviceCodeClientId: ids.azureCli,
    serverIdentityEnabled: false,
  });
  const accountName = `kibana-${randomUUID().slice(0, 8)}`;
  return {
    state,
    priceList: retailPrices('public', createPriceTransport(transportOptions)),
    request: aSetupRequest({
      accountName,
      customSubDomainName: accountName,
    }),
    arrange(world) {
      simulator.reset('empty', 'instant');
      state.world = structuredClone(world);
    },
    async signIn() {
      const signIn = { ...credentials.good, kind: 'service_principal', cloud: 'public' } as const;
      const { session } = await signIns.start(signIn, bound);
      const { tenantId, accessToken } = signIns.open(session, bound);
      return createArmAzure({ cloud: 'public', tenantId, accessToken, httpClient });
    },
    tickContext: (azure, target, reported) => ({
      ...aTickContext(azure, target, state),
      report: (error) => void reported.push(error),
    }),
    async stop() {
      await simulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
