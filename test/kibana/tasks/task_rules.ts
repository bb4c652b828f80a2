import type { Settings } from '../config/settings';

/** The rules of Task Manager that differ by minor; TM8 and so on are those of `CONTRACT.md`. */
export interface TaskRules {
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
    spaceIsLost: settings['host.tasks.spaceIsLost'] ?? minor <= 2,
    keyRemovalDelayMs: settings['host.tasks.keyRemovalDelay'] ?? (minor >= 3 ? hour : 0),
    ticksWithWrongKey: settings['host.tasks.ticksWithWrongKey'],
  };
}
