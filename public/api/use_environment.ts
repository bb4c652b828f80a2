import { useQuery } from '@tanstack/react-query';
import { useCall } from './client';

/** What this Kibana allows; readable before anybody signs in to Azure. */
export function useEnvironment(enabled: boolean) {
  const call = useCall();
  return useQuery({
    queryKey: ['environment'],
    queryFn: ({ signal }) => call('environment', { signal }),
    enabled,
    staleTime: 60_000,
  });
}
