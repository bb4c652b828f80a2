import { routes } from '../../../common/routes';
import { regionalEndpoint } from '../../core/azure/clouds';
import { hostOf } from '../../core/azure/http/transport_errors';
import { kibanaChecks } from '../../core/checks';
import { verdictsOfKibana } from '../../core/checks/check';
import { egressVerdicts } from '../../core/checks/egress';
import { defineRoute } from './define_route';
import type { RouteContext } from './route_context';

/** Any region will do: it stands for where the endpoints are. */
const someEndpoint = regionalEndpoint('public', 'eastus2');

/** What concerns Kibana alone, for everybody to see before signing in. */
export const registerEnvironment = (context: RouteContext) =>
  defineRoute(context, routes.environment, async ({ request }) => {
    const services = await context.services();
    const { facts, askerOf, connectorsOf, egress, count } = services;
    count('page_opened');
    const connectors = connectorsOf(request);
    const [asServer, home, unreachable, endpoints] = await Promise.all([
      services.mayUseServerIdentity(request),
      connectors.home(),
      egress(),
      connectors.reach(someEndpoint),
    ]);
    const ofKibana = kibanaChecks.flatMap((check) => verdictsOfKibana(check, home));
    const verdicts = [
      ...ofKibana,
      ...egressVerdicts(unreachable, { host: hostOf(someEndpoint), reach: endpoints }),
    ];
    const signInKinds = facts.signInKinds.filter((kind) => asServer || kind !== 'server_identity');
    return { ...facts, signInKinds, spaceId: askerOf(request).space, verdicts };
  });
