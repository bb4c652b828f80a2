import { useQuery } from '@tanstack/react-query';
import type { RunStatus } from '../../common/run';
import { useCall } from './client';
import { problemOf } from './http_problem';
import { runKey } from './run_cache';

/** In these a run goes on by itself. */
export const isMoving = (status: RunStatus | undefined): boolean =>
  status === 'running' || status === 'undoing';

/** The server looks at Azure at most once in 2 s for a run. */
const interval = 2_000;

/** One run, followed until it ends or stops. A lost connection does not end the following. */
export function useRun(runId: string | undefined) {
  const call = useCall();
  return useQuery({
    queryKey: runKey(runId),
    queryFn: ({ signal }) => call('run', { params: { runId: runId ?? '' }, signal }),
    enabled: runId !== undefined,
    refetchInterval: ({ state: { data, error } }) => {
      if (problemOf(error)?.code === 'run_not_found') return false;
      return data && isMoving(data.run.status) ? interval : false;
    },
    // The title of a tab in the background shows the progress.
    refetchIntervalInBackground: true,
  });
}
