import type { RunStatus } from '../../common/run';
import { problemOf } from './http_problem';
import { useAnswer } from './use_answer';

/** In these a run goes on by itself. */
export const isMoving = (status: RunStatus | undefined): boolean =>
  status === 'running' || status === 'undoing';

/** The server looks at Azure at most once in 2 s for a run. */
const interval = 2_000;

/** One run, followed until it ends or stops. A lost connection does not end the following. */
export function useRun(runId: string | undefined) {
  return useAnswer('run', runId ? { key: runId, input: { params: { runId } } } : undefined, {
    againAfter: ({ data, error }) => {
      if (problemOf(error)?.code === 'run_not_found') return undefined;
      return isMoving(data?.run.status) ? interval : undefined;
    },
  });
}
