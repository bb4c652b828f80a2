import type { Run } from '../../common/run';
import { newRun } from '../../server/core/workflows/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import type { TickContext } from '../../server/core/workflows/waiting';
import { aSetupRequest } from './a_setup_request';
import { aTickContext } from './a_tick_context';
import type { AzureInProcess } from './azure_in_process';
import type { FakeTarget } from './fake_target';

/** The run of the tests of ticks. */
export const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';

/** Failures without a name are part of the tests of ticks. */
export const tolerantContext = (azure: AzureInProcess, target: FakeTarget): TickContext => ({
  ...aTickContext(azure, target, azure.state),
  report: () => undefined,
});

export const aNewRun = (change: Partial<Run['request']> = {}): Run =>
  newRun(setUp, runId, aSetupRequest(change), new Date());
