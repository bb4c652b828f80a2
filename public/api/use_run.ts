import type { Run } from '../../common/run';
import { problemOf } from './http_problem';
import { useAnswer } from './use_answer';

/** A run that continues by itself. A problem stops a set-up (`blocked`) as well as a removal (`undoing`). */
export const isMoving = (run: Run | undefined): boolean =>
  run?.problem === undefined && (run?.status === 'running' || run?.status === 'undoing');

/** The server looks at Azure at most once in 2 s for a run. */
const interval = 2_000;

/** One run, followed until it ends or stops. A lost connection does not end the following. */
export function useRun(runId: string | undefined) {
  return useAnswer('run', runId ? { key: runId, input: { params: { runId } } } : undefined, {
    againAfter: ({ data, error }) => {
      if (problemOf(error)?.code === 'run_not_found') return undefined;
      return isMoving(data?.run) ? interval : undefined;
    },
  });
}
