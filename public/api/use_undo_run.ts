import { useMutation, useQuery } from '@tanstack/react-query';
import type { RouteBody, RunParams } from '../../common/routes';
import { useCall } from './client';
import { useShowRun } from './run_cache';

type Undo = RunParams & Pick<RouteBody<'undoRun'>, 'session'>;

/** What undo would remove. */
export function useRemovals({ runId, session }: Undo) {
  const call = useCall();
  return useQuery({
    queryKey: ['removals', runId, session],
    queryFn: ({ signal }) =>
      call('undoRun', { params: { runId }, body: { session, dryRun: true }, signal }),
    gcTime: 0,
  });
}

/** Removes what the run made. */
export function useUndoRun() {
  const call = useCall();
  const show = useShowRun();
  return useMutation({
    mutationFn: ({ runId, session }: Undo) =>
      call('undoRun', { params: { runId }, body: { session, dryRun: false } }),
    onSuccess: ({ run }) => run && show(run),
  });
}
