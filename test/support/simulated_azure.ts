import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Cloud } from '../../common/sign_in';
import { createArmAzure } from '../../server/core/azure/arm/arm_azure';
import type { Azure } from '../../server/core/azure/azure';
import { createTransport } from '../../server/core/azure/arm/arm_transport';
import { servicePrincipalToken } from '../../server/core/sign_in/credentials';
import { credentials, ids, type Simulator, startSimulator, type WorldName } from '../azure';

export interface SimulatedAzure extends Simulator {
  /** The plugin's own HTTP client, pointed at the simulator by its settings. */
  transport(cloud: Cloud): HttpClient;
  /** Hosts and paths that were really called, `CONNECT` left out. */
  called(): string[];
  /** A token of the application that owns the main subscription. */
  accessToken(): Promise<string>;
  /** The adapter as that application. */
  azure(change?: Partial<Parameters<typeof createArmAzure>[0]>): Promise<Azure>;
}

/** The simulator on free ports, with its certificate in a folder that goes away with it. */
export async function simulatedAzure(): Promise<SimulatedAzure> {
  const dir = await mkdtemp(join(tmpdir(), 'simulated-azure-'));
  const simulator = await startSimulator({ dir, world: 'empty', speed: 'instant' });
  const authority = await readFile(simulator.caFile, 'utf8');
  const transport = (cloud: Cloud) =>
    createTransport({ cloud, proxyUrl: simulator.proxyUrl, certificateAuthorities: [authority] });
  const signIn = { kind: 'service_principal', cloud: 'public', ...credentials.good } as const;
  const accessToken = () => servicePrincipalToken(signIn, transport('public'));
  return {
    ...simulator,
    transport,
    accessToken,
    azure: async (change) =>
      createArmAzure({
        ...{ cloud: 'public', tenantId: ids.contoso, httpClient: transport('public') },
        accessToken: await accessToken(),
        ...change,
      }),
    called: () =>
      simulator.requests
        .filter(({ method }) => method !== 'CONNECT')
        .map(({ method, host, path }) => `${method} ${host}${path}`),
    async stop() {
      await simulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The simulator of a test file, which each test finds in a new world. */
export function useSimulatedAzure(world: WorldName = 'empty'): () => SimulatedAzure {
  let simulator: SimulatedAzure | undefined;
  const started = (): SimulatedAzure => {
    if (!simulator) throw new Error('The simulator starts before the first test.');
    return simulator;
  };
  beforeAll(async () => {
    simulator = await simulatedAzure();
  });
  beforeEach(() => started().reset(world, 'instant'));
  afterAll(() => started().stop());
  return started;
}
