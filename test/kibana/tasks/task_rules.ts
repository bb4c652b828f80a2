import type { Settings } from '../config/settings';

/** The rules of Task Manager that differ by minor; TM4 and so on are those of `CONTRACT.md`. */
export interface TaskRules {
  /** TM4: `bulkUpdateState` refuses documents with a key when it is given no request. */
  stateUpdateNeedsRequest: boolean;
  /** TM5: without a request, `bulkUpdateState` writes the key back in clear text. */
  stateUpdateBaresKey: boolean;
  /** TM6: what becomes of a tick's result when its document changed meanwhile. */
  lateResult: 'lost' | 'merged';
  /** TM8: the space of a task is read from a URL that has lost its `/s/<space>`: always `default`. */
  spaceIsLost: boolean;
  /** TM9: time that the key of a removed task stays valid, in milliseconds. */
  keyRemovalDelayMs: number;
  /** TM10: the number of ticks after scheduling that get a key that Elasticsearch refuses. */
  ticksWithWrongKey: number;
}

const hour = 3_600_000;

/** By the emulated minor, unless a setting overrides it. */
export function taskRules(version: string, settings: Settings): TaskRules {
  const minor = Number(version.split('.')[1]);
  return {
    stateUpdateNeedsRequest: minor >= 4,
    stateUpdateBaresKey: settings['host.tasks.stateUpdateBaresKey'] ?? minor === 3,
    lateResult: settings['host.tasks.lateResult'] ?? (minor >= 4 ? 'merged' : 'lost'),
    spaceIsLost: settings['host.tasks.spaceIsLost'] ?? minor <= 2,
    keyRemovalDelayMs: settings['host.tasks.keyRemovalDelay'] ?? (minor >= 3 ? hour : 0),
    ticksWithWrongKey: settings['host.tasks.ticksWithWrongKey'],
  };
}
