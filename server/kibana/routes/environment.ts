import { hostOf } from '../../../common/host_of';
import { routes } from '../../../common/routes';
import { defaultTarget } from '../../../common/targets';
import { regionalEndpoint } from '../../core/azure/clouds';
import { environmentChecks } from '../../core/checks';
import { verdictsOf } from '../../core/checks/check';
import { describeErrorLocation } from '../error_location';
import { defineRoute } from './define_route';
import type { RouteContext } from './route_context';

/** Any region will do: it stands in for endpoints that do not exist yet. */
const someEndpoint = regionalEndpoint('public', 'eastus2');

/** The checks of Kibana alone, shown before sign-in. */
export const registerEnvironment = (context: RouteContext) =>
  defineRoute(context, routes.environment, async ({ request }) => {
    const services = await context.services();
    const { facts, targetsOf, egress, count } = services;
    const { deviceCodeClientIsAzureCli, serverIdentityCloud } = facts;
    count('page_opened');
    const target = targetsOf(request)[defaultTarget];
    const [asServer, connector, unreachable, reach] = await Promise.all([
      services.mayUseServerIdentity(request),
      target.readiness(),
      egress(),
      target.reach(someEndpoint),
    ]);
    const endpoint = { host: hostOf(someEndpoint), reach };
    const report = (error: unknown) =>
      context.logger.error(`A check failed: ${describeErrorLocation(error)}`);
    const found = { readiness: { connector }, unreachable, endpoint, report };
    const verdicts = await Promise.all(environmentChecks.map((check) => verdictsOf(check, found)));
    const signInKinds = facts.signInKinds.filter((kind) => asServer || kind !== 'server_identity');
    return {
      signInKinds,
      ...(signInKinds.includes('server_identity') && { serverIdentityCloud }),
      deviceCodeClientIsAzureCli,
      verdicts: verdicts.flat(),
    };
  });
