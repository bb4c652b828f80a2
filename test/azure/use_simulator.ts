import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from './simulator';

/** Starts a simulator before the tests of a file, hands it over with its folder, and stops it after them. */
export function useSimulator(onStart: (simulator: Simulator, dir: string) => void): void {
  let stop = async () => {};
  beforeAll(async () => {
    const dir = await mkdtemp(join(tmpdir(), 'azure-simulator-'));
    const simulator = await startSimulator({ dir });
    stop = async () => {
      await simulator.stop();
      await rm(dir, { recursive: true });
    };
    onStart(simulator, dir);
  });
  afterAll(() => stop());
}
