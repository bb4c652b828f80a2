import type { RouteBody, RunParams } from '../../common/routes';
import { useCall } from './client';
import { useShowRun } from './run_cache';
import { useDeed } from './use_deed';

type Resume = RunParams & RouteBody<'resumeRun'>;

/** Carries on, with a fresh session or a changed request. */
export function useResumeRun() {
  const call = useCall();
  const show = useShowRun();
  return useDeed(
    ({ runId, ...body }: Resume) => call('resumeRun', { params: { runId }, body }),
    ({ run }) => show(run),
  );
}
