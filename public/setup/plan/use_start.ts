import { useEffect, useState } from 'react';
import { isEqual } from '../../../common/values/json';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { isPassing, problemOf } from '../../api/http_problem';
import { useStartRun } from '../../api/mutations';
import { useRun } from '../../api/queries';
import { newRunId } from '../location/run_id';

interface StartProps {
  /** The request on the screen; failures of other requests are not shown. */
  shown: SetupRequest | undefined;
  /** The id of a start whose response was lost. */
  startId: string | undefined;
  onSent(startId: string): void;
  onStarted(runId: string): void;
}

interface Start {
  start(session: string, request: SetupRequest): void;
  starting: boolean;
  problem?: Problem;
}

const otherValues: Problem = { code: 'run_has_other_values' };

/**
 * Starts a run. The id stays the same until a run has started, so a double click starts one. If the response is lost,
 * looks for the run and shows it if it has the values on the screen.
 */
export function useStart({ shown, startId, onSent, onStarted }: StartProps): Start {
  const start = useStartRun();
  const [sent, setSent] = useState<SetupRequest>();
  const problem = problemOf(start.error);
  const isUnanswered = start.isIdle || isPassing(problem);
  const startedRun = useRun(isUnanswered ? startId : undefined).data?.run;
  const hasStarted = startedRun !== undefined && startedRun.runId === startId;
  const startedId = hasStarted && isEqual(startedRun.request, shown) ? startId : undefined;
  useEffect(() => {
    if (startedId !== undefined) onStarted(startedId);
  }, [startedId, onStarted]);
  const current = isEqual(sent, shown) ? problem : undefined;
  const shownProblem = hasStarted && startedId === undefined ? otherValues : current;
  return {
    start: (session, request) => {
      const runId = startId ?? newRunId();
      setSent(request);
      onSent(runId);
      start.mutate(() => ({ body: { session, runId, request } }), {
        onSuccess: () => onStarted(runId),
      });
    },
    starting: start.isPending,
    ...(shownProblem && { problem: shownProblem }),
  };
}
