import { useState } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useResumeRun } from '../../api/mutations';
import type { Go, PageLocation } from '../location/use_location';

export interface Resume {
  resume(run: Run, session: SignedIn, request?: SetupRequest): void;
  loading: boolean;
  problem?: Problem;
}

interface ResumeProps {
  location: PageLocation;
  go: Go;
  startOver(): void;
}

/** The resume mutation of the run in the URL. It outlives the screen, because a sign-in can start it. */
export function useResume({ go, startOver, location }: ResumeProps): Resume {
  const mutation = useResumeRun();
  const [resumed, setResumed] = useState<string>();
  const isThis = resumed !== undefined && resumed === location.runId;
  const problem = isThis ? problemOf(mutation.error) : undefined;
  return {
    resume: ({ runId }, { session }, request) => {
      setResumed(runId);
      mutation.mutate(
        () => ({ params: { runId }, body: { session, ...(request && { request }) } }),
        {
          onSuccess: () => {
            if (!request) return;
            startOver();
            go({ runId });
          },
        },
      );
    },
    loading: isThis && mutation.isPending,
    ...(problem && { problem }),
  };
}
