import { useQuery, type QueryKey } from '@tanstack/react-query';
import type { SignedIn } from '../../common/sign_in';
import { useCall } from './client';
import { ofSession } from './queries';
import { azureKey } from './query_client';
import { reRead } from './re_read';

export const migrationKey: QueryKey = ['migration'];

/** The space's connectors to Azure OpenAI, which can be migrated to an inference endpoint. */
export function useMigration() {
  const call = useCall();
  return useQuery({
    queryKey: migrationKey,
    queryFn: ({ signal }) => call('migration', { signal }),
    ...reRead,
  });
}

/** The account and the deployment that a connector calls, searched in all subscriptions of the sign-in. */
export function useReusedValues(session: SignedIn | undefined, targetId: string | undefined) {
  const call = useCall();
  const input = targetId === undefined ? undefined : { targetId };
  return useQuery({
    queryKey: azureKey(session, 'reusedValues', targetId),
    queryFn: ofSession(session, input, (body, signal) => call('reusedValues', { body, signal })),
    gcTime: 0,
  });
}
