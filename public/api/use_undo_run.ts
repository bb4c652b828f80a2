import type { RouteBody, RunParams } from '../../common/routes';
import { useCall } from './client';
import { useShowRun } from './run_cache';
import { useAnswer } from './use_answer';
import { useDeed } from './use_deed';

type Undo = RunParams & Pick<RouteBody<'undoRun'>, 'session'>;

/** What undo would remove. */
export function useRemovals({ runId, session }: Undo) {
  const input = { params: { runId }, body: { session, dryRun: true } };
  return useAnswer('undoRun', { key: JSON.stringify([runId, session]), input }, { brief: true });
}

/** Removes what the run made. */
export function useUndoRun() {
  const call = useCall();
  const show = useShowRun();
  return useDeed(
    ({ runId, session }: Undo) =>
      call('undoRun', { params: { runId }, body: { session, dryRun: false } }),
    ({ run }) => run && show(run),
  );
}
