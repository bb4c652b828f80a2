import { isMoving, type Run } from '../../../../common/run';
import { routes } from '../../../../common/routes';
import { missingTargets } from '../../../core/targets/missing_targets';
import { workflows } from '../../../core/workflows';
import { isFinishedSetup } from '../../tasks/run_refusals';
import { defineRoute } from '../../http/define_route';
import { signedIn, type RouteContext } from '../../http/route_context';

/**
 * One run as saved, with its live progress while it is running, or its missing targets after it has finished. A failed
 * step is part of the response, not an HTTP error.
 */
export const registerRun = (context: RouteContext) =>
  defineRoute(context, routes.run, async ({ params, request, services }) => {
    const { state } = await services.runs.load(params.runId, services.callerOf(request));
    const { run, session } = state;
    const read = (found: Run) => ({ run: { ...found, readAt: new Date().toISOString() } });
    if (isFinishedSetup(run)) {
      const missing = await missingTargets(services.targetsOf(request), run);
      return read({ ...run, ...(missing.length > 0 && { missingTargets: missing }) });
    }
    if (!isMoving(run) || !session) return read(run);
    const live = await services.live(workflows[run.workflow], run, async () => {
      const { azure, targets, application } = await signedIn(services, request, session);
      return { request: run.request, runId: run.runId, azure, targets, application };
    });
    return read(live);
  });
