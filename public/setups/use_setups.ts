import type { Problem } from '../../common/problem';
import type { RunSummary } from '../../common/run';
import { problemOf } from '../api/http_problem';
import { useRuns } from '../api/queries';

export interface Setups {
  /** The newest first. Changes of throughput are runs, too, but no setups. */
  runs: readonly RunSummary[];
  /** True while loading. */
  isLoading: boolean;
  isReading: boolean;
  problem?: Problem;
  readAgain(): void;
}

/** The person's own setups in this space. */
export function useSetups(): Setups {
  const found = useRuns();
  const problem = problemOf(found.error);
  const setUps = (found.data?.runs ?? []).filter(({ workflow }) => workflow === 'set_up');
  return {
    runs: setUps.sort((one, other) => other.startedAt.localeCompare(one.startedAt)),
    isLoading: found.isPending,
    isReading: found.isFetching,
    ...(problem && { problem }),
    readAgain: () => void found.refetch(),
  };
}
