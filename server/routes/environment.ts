import { routes } from '../../common/routes';
import { kibanaChecks } from '../checks';
import { verdictsOfKibana } from '../checks/check';
import { egressVerdicts } from '../checks/egress';
import { defineRoute } from './define_route';
import type { RouteContext } from './route_context';

/** What concerns Kibana alone, for everybody to see before signing in. */
export const registerEnvironment = (context: RouteContext) =>
  defineRoute(context, routes.environment, async ({ request }) => {
    const { facts, askerOf, connectorsOf, egress, count } = await context.services();
    count('page_opened');
    const [home, unreachable] = await Promise.all([connectorsOf(request).home(), egress()]);
    const ofKibana = kibanaChecks.flatMap((check) => verdictsOfKibana(check, home));
    const verdicts = [...ofKibana, ...egressVerdicts(unreachable)];
    return { ...facts, spaceId: askerOf(request).space, verdicts };
  });
