import type { Run } from '../../../common/run';
import { newRun } from '../../../server/core/workflows/engine/run_state';
import { setUp } from '../../../server/core/workflows/set_up';
import { aSetupRequest } from './a_setup_request';
import { aTickContext } from './a_tick_context';
import { azureInProcess } from '../azure_in_process';
import { carryOut } from '../carry_out';
import { createFakeTarget } from '../fake_target';

/** The run for tests of ticks. */
export const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';

export const aNewRun = (change: Partial<Run['request']> = {}): Run =>
  newRun(setUp, runId, aSetupRequest(change), new Date());

/** A run of the same values with another id. */
export const anotherRun = (change: Partial<Run['request']> = {}): Run =>
  newRun(setUp, '1'.repeat(8) + runId.slice(8), aSetupRequest(change), new Date());

/** Connectors, Azure with accounts that are there after three seconds, in which a run has to wait, and the context of ticks over both. */
export function aStage() {
  const azure = azureInProcess(undefined, { accountMs: 3_000 });
  const target = createFakeTarget();
  // Failures without a name are part of the tests of ticks.
  const context = { ...aTickContext(azure, target, azure.state), report: () => undefined };
  return { azure, target, context };
}

/** The same after a run has created everything. */
export async function aFinishedStage() {
  const stage = aStage();
  return { ...stage, run: await carryOut(aNewRun(), stage.context) };
}
