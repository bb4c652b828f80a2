import type { Azure } from '../../../server/core/azure/azure';
import type { Target } from '../../../server/core/targets/target';
import type { TickContext } from '../../../server/core/workflows/engine/waiting';
import { nowOf, type SimulatorState } from '../../azure';
import { fakeTargets } from '../fake_target';

/**
 * A current task with the simulator's clock, which advances when the task sleeps. Fails on unnamed failures.
 */
export const aTickContext = (
  azure: Azure,
  target: Target<'connector'>,
  state: SimulatorState,
): TickContext => ({
  azure,
  targets: fakeTargets(target),
  standing: async () => 'current',
  report: (error) => {
    throw error;
  },
  signal: new AbortController().signal,
  now: () => new Date(nowOf(state)),
  sleep: async (milliseconds) => void (state.skewMs += milliseconds),
});
