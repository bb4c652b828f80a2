import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { problemOf } from '../../api/http_problem';
import { useResumeRun } from '../../api/mutations';
import { useRun } from '../../api/queries';

export interface RunControl {
  run?: Run;
  /** The last read failed: `run` is old or absent. */
  problem?: Problem;
  lookAgain(): void;
  resume(session: string, request?: SetupRequest, then?: () => void): void;
  resuming: boolean;
  resumeProblem?: Problem;
}

/** The run in the URL, and its resumption. */
export function useRunControl(runId: string | undefined): RunControl {
  const found = useRun(runId);
  const resume = useResumeRun();
  const problem = problemOf(found.error);
  const resumeProblem = problemOf(resume.error);
  const run = runId ? found.data?.run : undefined;
  return {
    ...(run && { run }),
    ...(problem && { problem }),
    lookAgain: () => void found.refetch(),
    resume: (session, request, then) => {
      if (!runId) return;
      resume.mutate(() => ({ params: { runId }, body: { session, ...(request && { request }) } }), {
        onSuccess: then,
      });
    },
    resuming: resume.isPending,
    ...(resumeProblem && { resumeProblem }),
  };
}
