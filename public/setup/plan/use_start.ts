import { useState } from 'react';
import { isEqual } from '../../../common/json';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { problemOf } from '../../api/http_problem';
import { useStartRun } from '../../api/mutations';
import { newRunId } from '../shell/location/run_id';

interface Start {
  start(session: string, request: SetupRequest): void;
  starting: boolean;
  problem?: Problem;
}

/**
 * Starts a run. The id stays the same until one has started, so that pressing twice starts one.
 * @param shown - The request on the screen: what failed with another one is not reported any more.
 */
export function useStart(
  shown: SetupRequest | undefined,
  onStarted: (runId: string) => void,
): Start {
  const [runId, setRunId] = useState(newRunId);
  const start = useStartRun();
  const [sent, setSent] = useState<SetupRequest>();
  const problem = isEqual(sent, shown) ? problemOf(start.error) : undefined;
  return {
    start: (session, request) => {
      setSent(request);
      start.mutate(() => ({ body: { session, runId, request } }), {
        onSuccess: () => {
          setRunId(newRunId());
          onStarted(runId);
        },
      });
    },
    starting: start.isPending,
    ...(problem && { problem }),
  };
}
