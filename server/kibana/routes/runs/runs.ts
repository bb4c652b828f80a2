import { routes } from '../../../../common/routes';
import { defineRoute } from '../../http/define_route';
import type { RouteContext } from '../../http/route_context';

/** One's own runs in this space, the newest first. */
export const registerRuns = (context: RouteContext) =>
  defineRoute(context, routes.runs, async ({ request, services }) => {
    const { runs, callerOf } = services;
    return { runs: await runs.list(callerOf(request)) };
  });
