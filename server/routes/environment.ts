import { routes } from '../../common/routes';
import { regionalEndpoint } from '../azure/clouds';
import { kibanaChecks } from '../checks';
import { verdictsOfKibana } from '../checks/check';
import { egressVerdicts } from '../checks/egress';
import { defineRoute } from './define_route';
import type { RouteContext } from './route_context';

/** Any region will do: it stands for where the endpoints are. */
const someRegion = 'eastus2';

/** What concerns Kibana alone, for everybody to see before signing in. */
export const registerEnvironment = (context: RouteContext) =>
  defineRoute(context, routes.environment, async ({ request }) => {
    const { facts, askerOf, connectorsOf, egress, count } = await context.services();
    count('page_opened');
    const connectors = connectorsOf(request);
    const [home, unreachable, endpoints] = await Promise.all([
      connectors.home(),
      egress(),
      connectors.reach(regionalEndpoint('public', someRegion)),
    ]);
    const ofKibana = kibanaChecks.flatMap((check) => verdictsOfKibana(check, home));
    const verdicts = [...ofKibana, ...egressVerdicts(unreachable, endpoints)];
    return { ...facts, spaceId: askerOf(request).space, verdicts };
  });
