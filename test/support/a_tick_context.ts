import type { Azure } from '../../server/core/azure/azure';
import type { Target } from '../../server/core/targets/target';
import type { TickContext } from '../../server/core/workflows/waiting';

/** A clock that moves only when somebody sleeps, and a task that everybody wants. A failure of no name is a mistake. */
export function aTickContext(azure: Azure, target: Target, start: Date): TickContext {
  let time = start.getTime();
  return {
    azure,
    target,
    standing: async () => 'current',
    report: (error) => {
      throw error;
    },
    signal: new AbortController().signal,
    now: () => new Date(time),
    sleep: async (milliseconds) => void (time += milliseconds),
  };
}
