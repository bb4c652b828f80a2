import { useMutation } from '@tanstack/react-query';
import type { RouteBody, RunParams } from '../../common/routes';
import { useCall } from './client';
import { useShowRun } from './run_cache';

type Resume = RunParams & RouteBody<'resumeRun'>;

/** Carries on, with a fresh session or a changed request. */
export function useResumeRun() {
  const call = useCall();
  const show = useShowRun();
  return useMutation({
    mutationFn: ({ runId, ...body }: Resume) => call('resumeRun', { params: { runId }, body }),
    onSuccess: ({ run }) => show(run),
  });
}
