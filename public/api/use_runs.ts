import { useQuery } from '@tanstack/react-query';
import { useCall } from './client';
import { runsKey } from './run_cache';

/** The person's own runs in this space. */
export function useRuns() {
  const call = useCall();
  return useQuery({ queryKey: runsKey, queryFn: ({ signal }) => call('runs', { signal }) });
}
