import { mkdir, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createCertificate } from './certificate';
import { createControl } from './control/control';
import { certificateNames } from './hosts';
import { createProxy } from './proxy';
import type { Speed } from './speed';
import { createState, type RecordedRequest, type Reset, type SimulatorState } from './state';
import type { WorldName } from './worlds/worlds';

export interface SimulatorOptions {
  /** Folder for the certificate of the simulator's own authority. */
  dir: string;
  /** Default `empty`. */
  world?: WorldName;
  /** Default `instant`. */
  speed?: Speed;
}

export interface Simulator {
  /** Give it to a client as its proxy. */
  proxyUrl: string;
  /** Pages and JSON for people and tests, see `control/control.ts`. */
  controlUrl: string;
  /** PEM; the client has to trust it. */
  caFile: string;
  /** The live state: tests can read it and arrange it. */
  state: SimulatorState;
  requests: RecordedRequest[];
  /** Starts over in a world: requests, faults, tokens and switches are forgotten. */
  reset: Reset;
  stop(): Promise<void>;
}

/** Listens on any free port. */
const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

/** Connections that were turned into tunnels are not the server's any more: they are kept track of here. */
const trackSockets = (server: Server): (() => Promise<void>) => {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
};

/** Starts the proxy and the control server on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const state = createState(options.world ?? 'empty', options.speed ?? 'instant');
  const { requests } = state;
  const reset: Reset = (world, speed = state.speed) => {
    requests.length = 0;
    Object.assign(state, createState(world, speed), { requests });
  };

  const certificate = createCertificate(certificateNames);
  await mkdir(options.dir, { recursive: true });
  const caFile = join(options.dir, 'azure_simulator_ca.pem');
  await writeFile(caFile, certificate.cert);

  const proxy = createProxy(state, certificate);
  const control = createControl(state, reset);
  const closeProxy = trackSockets(proxy);
  const closeControl = trackSockets(control);
  const proxyPort = await listen(proxy);
  const controlPort = await listen(control);
  return {
    proxyUrl: `http://127.0.0.1:${proxyPort}`,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    caFile,
    state,
    requests,
    reset,
    stop: async () => {
      await Promise.all([closeProxy(), closeControl()]);
    },
  };
}
