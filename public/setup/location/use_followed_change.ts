import { useEffect, useState } from 'react';
import type { Run } from '../../../common/run';
import { useRun } from '../../api/queries';
import type { Go } from './use_location';

/** A change of the throughput to which a link led. */
export interface FollowedChange {
  setUpId: string;
  changeId: string;
}

interface Followed {
  change?: FollowedChange;
  /** True while the page loads the setup. */
  isRedirecting: boolean;
}

/** Navigates from a change's URL to its setup, if that still has a record. */
export function useFollowedChange(run: Run | undefined, go: Go): Followed {
  const [change, setChange] = useState<FollowedChange>();
  const setUpId = run?.setUpId;
  const found = useRun(setUpId);
  const isLoaded = setUpId !== undefined && found.data !== undefined;
  if (isLoaded && run && change?.changeId !== run.runId)
    setChange({ setUpId, changeId: run.runId });
  useEffect(() => {
    if (isLoaded) go({ runId: setUpId }, { replace: true });
  }, [go, isLoaded, setUpId]);
  const isRedirecting = setUpId !== undefined && !found.error;
  return { isRedirecting, ...(change && { change }) };
}
