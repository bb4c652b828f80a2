import { useQuery } from '@tanstack/react-query';
import type { Problem, ProblemCode } from '../../common/problem';
import type { DeviceCode, SignedIn, StillPending } from '../../common/sign_in';
import { useCall } from './client';
import { problemOf } from './http_problem';

/** Failures of one poll that the next one may not meet. */
const passing: ReadonlySet<ProblemCode> = new Set([
  'unexpected',
  'azure_unreachable',
  'azure_busy',
  'azure_throttled',
] as const);

interface PollSignIn {
  answer: SignedIn | StillPending;
  /** What ended the waiting. */
  problem?: Problem;
}

const isPassing = (problem: Problem | undefined) =>
  problem !== undefined && passing.has(problem.code);

/** Asks whether the person has finished on Microsoft's page, in the other tab. */
export function usePollSignIn({ session, interval }: DeviceCode): PollSignIn {
  const call = useCall();
  const poll = useQuery<SignedIn | StillPending>({
    queryKey: ['pollSignIn', session],
    queryFn: ({ signal }) => call('pollSignIn', { body: { session }, signal }),
    // Nobody can have finished before the first interval has passed.
    initialData: { status: 'pending', interval },
    staleTime: Infinity,
    gcTime: 0,
    refetchInterval: ({ state: { data, error } }) => {
      if (data?.status === 'signed_in') return false;
      if (error && !isPassing(problemOf(error))) return false;
      return (data?.interval ?? interval) * 1000;
    },
    refetchIntervalInBackground: true,
  });
  const problem = problemOf(poll.error);
  return { answer: poll.data, ...(problem && !isPassing(problem) && { problem }) };
}
