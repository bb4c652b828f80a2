import { skipToken, useQuery, type QueryKey } from '@tanstack/react-query';
import type { SignedIn } from '../../common/sign_in';
import { useCall } from './client';
import { azureKey } from './query_client';
import { reRead } from './re_read';

export const movingOnKey: QueryKey = ['movingOn'];

/** The space's connectors to Azure OpenAI, which can be migrated to an inference endpoint. */
export function useMovingOn() {
  const call = useCall();
  return useQuery({
    queryKey: movingOnKey,
    queryFn: ({ signal }) => call('movingOn', { signal }),
    ...reRead,
  });
}

/** The account and the deployment that a connector calls, searched in all subscriptions of the sign-in. */
export function useReusedValues(session: SignedIn | undefined, targetId: string | undefined) {
  const call = useCall();
  return useQuery({
    queryKey: azureKey(session, 'reusedValues', targetId),
    queryFn:
      session && targetId !== undefined
        ? ({ signal }) =>
            call('reusedValues', { body: { session: session.session, targetId }, signal })
        : skipToken,
    gcTime: 0,
  });
}
