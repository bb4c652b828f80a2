import { routes } from '../../../../common/routes';
import { missingTargetsOfEach } from '../../../core/targets/missing_targets';
import { isFinishedSetup } from '../../tasks/run_refusals';
import { summaryOf } from '../../tasks/run_summary';
import { defineRoute } from '../../http/define_route';
import type { RouteContext } from '../../http/route_context';

/** One's own runs in this space, the newest first, as saved, with the missing targets of finished setups. */
export const registerRuns = (context: RouteContext) =>
  defineRoute(context, routes.runs, async ({ request, services }) => {
    const runs = await services.runs.list(services.callerOf(request));
    const finished = runs.filter(isFinishedSetup);
    const missingOf = await missingTargetsOfEach(services.targetsOf(request), finished);
    return {
      runs: runs.map((run) =>
        summaryOf({ ...run, missingTargets: isFinishedSetup(run) ? missingOf(run) : [] }),
      ),
    };
  });
