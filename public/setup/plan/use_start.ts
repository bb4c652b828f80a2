import { useState } from 'react';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { problemOf } from '../../api/http_problem';
import { useStartRun } from '../../api/mutations';
import { newRunId } from '../shell/run_id';

interface Start {
  start(session: string, request: SetupRequest): void;
  starting: boolean;
  problem?: Problem;
}

/** Starts a run. The id stays the same until one has started, so that pressing twice starts one. */
export function useStart(onStarted: (runId: string) => void): Start {
  const [runId, setRunId] = useState(newRunId);
  const start = useStartRun();
  const problem = problemOf(start.error);
  return {
    start: (session, request) =>
      start.mutate(() => ({ body: { session, runId, request } }), {
        onSuccess: () => {
          setRunId(newRunId());
          onStarted(runId);
        },
      }),
    starting: start.isPending,
    ...(problem && { problem }),
  };
}
