import type { Azure } from '../../server/core/azure/azure';
import type { Target } from '../../server/core/targets/target';
import type { TickContext } from '../../server/core/workflows/waiting';
import { nowOf, type SimulatorState } from '../azure';

/**
 * A task that everyone wants, by the clock of the simulated Azure, which moves on when the task sleeps. A
 * failure without a name is a mistake.
 */
export const aTickContext = (azure: Azure, target: Target, state: SimulatorState): TickContext => ({
  azure,
  target,
  standing: async () => 'current',
  report: (error) => {
    throw error;
  },
  signal: new AbortController().signal,
  now: () => new Date(nowOf(state)),
  sleep: async (milliseconds) => void (state.skewMs += milliseconds),
});
