import { skipToken, useQuery } from '@tanstack/react-query';
import type { Problem } from '../../common/problem';
import type { DeviceCode, SignedIn, StillPending } from '../../common/sign_in';
import { useCall } from './client';
import { isPassing, problemOf } from './http_problem';
import { between } from './re_read';

type Poll = StillPending | Pick<SignedIn, 'status'>;

/**
 * Polls until the person has finished on Microsoft's page, in another tab. The first read comes after one interval.
 * @param code - Undefined while there is no code.
 * @param onSignedIn - Gets the session, which is not cached.
 */
export function usePollSignIn(
  code: DeviceCode | undefined,
  onSignedIn: (session: SignedIn) => void,
): { problem?: Problem } {
  const call = useCall();
  const poll = useQuery<Poll>({
    queryKey: ['pollSignIn', code?.expiresAt],
    queryFn: code
      ? async ({ signal }) => {
          const { session } = code;
          const answer = await call('pollSignIn', { body: { session }, signal });
          if (answer.status === 'pending') return answer;
          if (!signal.aborted) onSignedIn(answer);
          return { status: answer.status };
        }
      : skipToken,
    initialData: code && { status: 'pending', interval: code.interval },
    staleTime: Infinity,
    gcTime: 0,
    refetchInterval: ({ state }) => {
      if (state.data?.status !== 'pending') return false;
      if (state.error && !isPassing(problemOf(state.error))) return false;
      return between(state.data.interval * 1_000, state);
    },
    refetchIntervalInBackground: true,
  });
  const problem = problemOf(poll.error);
  return { ...(problem && !isPassing(problem) && { problem }) };
}
