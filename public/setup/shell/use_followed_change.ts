import { useEffect, useState } from 'react';
import type { Run } from '../../../common/run';
import { useRun } from '../../api/queries';
import type { Go } from './location/use_location';

/** A change of the throughput to which a link led. */
export interface FollowedChange {
  setUpId: string;
  changeId: string;
}

interface Followed {
  change?: FollowedChange;
  /** True while the page loads the setup. */
  isLeading: boolean;
}

/** Navigates from a change's URL to its setup, if that still has a record. */
export function useFollowedChange(run: Run | undefined, go: Go): Followed {
  const [change, setChange] = useState<FollowedChange>();
  const setUpId = run?.setUpId;
  const found = useRun(setUpId);
  const isThere = setUpId !== undefined && found.data !== undefined;
  if (isThere && run && change?.changeId !== run.runId) setChange({ setUpId, changeId: run.runId });
  useEffect(() => {
    if (isThere) go({ runId: setUpId }, { replace: true });
  }, [go, isThere, setUpId]);
  const isLeading = setUpId !== undefined && !found.error;
  return { isLeading, ...(change && { change }) };
}
