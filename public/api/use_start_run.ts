import type { RouteBody } from '../../common/routes';
import { useCall } from './client';
import { useShowRun } from './run_cache';
import { useDeed } from './use_deed';

export function useStartRun() {
  const call = useCall();
  const show = useShowRun();
  return useDeed(
    (body: RouteBody<'startRun'>) => call('startRun', { body }),
    ({ run }) => show(run),
  );
}
