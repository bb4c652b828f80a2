import { useMutation } from '@tanstack/react-query';
import type { RouteBody } from '../../common/routes';
import { useCall } from './client';
import { useShowRun } from './run_cache';

export function useStartRun() {
  const call = useCall();
  const show = useShowRun();
  return useMutation({
    mutationFn: (body: RouteBody<'startRun'>) => call('startRun', { body }),
    onSuccess: ({ run }) => show(run),
  });
}
