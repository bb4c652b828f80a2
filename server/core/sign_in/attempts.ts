import { SetupError } from '../../../common/problem';

/** Time for which an attempt counts, in milliseconds. */
const windowMs = 10 * 60_000;
/** Maximum number of keys per node; the oldest is dropped first. */
const remembered = 10_000;

/** Maximum number of attempts of one kind in ten minutes. */
export interface AttemptLimit {
  key: string;
  most: number;
}

/** Withdraws the attempt. */
type TakeBack = () => void;

/**
 * Counts attempts per key in memory, on this node only. An attempt counts when it begins, so concurrent attempts are
 * limited, too.
 */
export function createAttempts(now: () => number = Date.now) {
  const begun = new Map<string, number[]>();

  const recent = (key: string) => (begun.get(key) ?? []).filter((at) => at > now() - windowMs);

  function remember(key: string, times: number[]): void {
    begun.delete(key);
    if (times.length > 0) begun.set(key, times);
    const [oldest] = begun.keys();
    if (begun.size > remembered && oldest !== undefined) begun.delete(oldest);
  }

  function takeBack(key: string, at: number): void {
    const times = recent(key);
    const index = times.indexOf(at);
    remember(key, index < 0 ? times : times.toSpliced(index, 1));
  }

  /** Throws `sign_in_too_often` with the seconds to wait when one of the limits is reached. */
  return function begin(limits: readonly AttemptLimit[]): TakeBack {
    const at = now();
    for (const { key, most } of limits) {
      const times = recent(key);
      const [oldest = at] = times.slice(-most);
      if (times.length < most) continue;
      const seconds = Math.max(1, Math.ceil((oldest + windowMs - at) / 1_000));
      throw new SetupError({ code: 'sign_in_too_often', detail: { seconds } });
    }
    for (const { key } of limits) remember(key, [...recent(key), at]);
    return () => {
      for (const { key } of limits) takeBack(key, at);
    };
  };
}

export type BeginAttempt = ReturnType<typeof createAttempts>;
