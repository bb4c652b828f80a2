import { routes } from '../../../common/routes';
import { regionalEndpoint } from '../../core/azure/clouds';
import { hostOf } from '../../core/azure/http/transport_errors';
import { environmentChecks } from '../../core/checks';
import { verdictsOf } from '../../core/checks/check';
import { whereabouts } from '../error_location';
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
    const [asServer, home, unreachable, reach] = await Promise.all([
      services.mayUseServerIdentity(request),
      connectors.home(),
      egress(),
      connectors.reach(someEndpoint),
    ]);
    const endpoint = { host: hostOf(someEndpoint), reach };
    const report = (error: unknown) =>
      context.logger.error(`A check failed: ${whereabouts(error)}`);
    const found = { home, unreachable, endpoint, report };
    const verdicts = await Promise.all(environmentChecks.map((check) => verdictsOf(check, found)));
    const signInKinds = facts.signInKinds.filter((kind) => asServer || kind !== 'server_identity');
    return { ...facts, signInKinds, spaceId: askerOf(request).space, verdicts: verdicts.flat() };
  });
