import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { Cloud } from '../../common/sign_in';
import { createTransport } from '../../server/core/azure/http/arm_transport';
import { type Simulator, startSimulator } from '../azure';

export interface SimulatedAzure extends Simulator {
  /** The plugin's own HTTP client, pointed at the simulator by its settings. */
  transport(cloud: Cloud): HttpClient;
  /** Hosts and paths that were really called, `CONNECT` left out. */
  called(): string[];
}

/** The simulator on free ports, with its certificate in a folder that goes away with it. */
export async function simulatedAzure(): Promise<SimulatedAzure> {
  const dir = await mkdtemp(join(tmpdir(), 'simulated-azure-'));
  const simulator = await startSimulator({ dir, world: 'empty', speed: 'instant' });
  const authority = await readFile(simulator.caFile, 'utf8');
  return {
    ...simulator,
    transport: (cloud) =>
      createTransport({
        cloud,
        proxyUrl: simulator.proxyUrl,
        certificateAuthorities: [authority],
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
