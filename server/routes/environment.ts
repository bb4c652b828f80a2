import { routes } from '../../common/routes';
import { kibanaChecks } from '../checks';
import { defineRoute } from './define_route';
import type { RouteContext } from './route_context';

/** What concerns Kibana alone, for everybody to see before signing in. */
export const registerEnvironment = (context: RouteContext) =>
  defineRoute(context, routes.environment, async ({ request }) => {
    const { facts, askerOf, connectorsOf } = await context.services();
    const home = await connectorsOf(request).home();
    const verdicts = kibanaChecks.map((check) => check.run(home));
    return { ...facts, spaceId: askerOf(request).space, verdicts };
  });
