import { useQueryClient } from '@tanstack/react-query';
import type { RunAnswer } from '../../common/routes';
import type { Run } from '../../common/run';

export const runKey = (runId: string | undefined) => ['run', runId];
export const runsKey = ['runs'];

/** Puts a run that another route answered with on the page, and makes the list of runs read anew. */
export function useShowRun() {
  const queries = useQueryClient();
  return (run: Run) => {
    queries.setQueryData<RunAnswer>(runKey(run.runId), { run });
    void queries.invalidateQueries({ queryKey: runsKey });
  };
}
