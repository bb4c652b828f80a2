import type { Problem } from '../../common/problem';
import type { DeviceCode, SignedIn, StillPending } from '../../common/sign_in';
import { problemOf } from './http_problem';
import { isPassing } from './passing_problem';
import { useAnswer } from './use_answer';

interface PollSignIn {
  answer: SignedIn | StillPending;
  /** What ended the waiting. */
  problem?: Problem;
}

/** Asks whether the person has finished on Microsoft's page, in the other tab. */
export function usePollSignIn({ session, interval }: DeviceCode): PollSignIn {
  // Nobody can have finished before the first interval has passed.
  const known: StillPending = { status: 'pending', interval };
  const poll = useAnswer(
    'pollSignIn',
    { key: session, input: { body: { session } }, known },
    {
      freshMs: Infinity,
      brief: true,
      againAfter: ({ data, error }) => {
        if (data?.status === 'signed_in') return undefined;
        if (error !== undefined && !isPassing(problemOf(error))) return undefined;
        return (data?.interval ?? interval) * 1000;
      },
    },
  );
  const problem = problemOf(poll.error);
  return { answer: poll.data ?? known, ...(problem && !isPassing(problem) && { problem }) };
}
