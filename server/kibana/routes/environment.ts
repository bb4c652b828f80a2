import { hostOf } from '../../../common/values/host_of';
import { routes } from '../../../common/routes';
import { targetChoice } from '../../../common/targets/target_choice';
import { regionalEndpoint } from '../../core/azure/clouds';
import { environmentChecks } from '../../core/checks';
import { verdictsOf } from '../../core/checks/check';
import { readinessOf } from '../../core/targets/each_target';
import { everyReadiness, targetFactsOf } from '../../core/targets/target_facts';
import { describeErrorLocation } from '../error_location';
import { defineRoute } from '../http/define_route';
import type { RouteContext } from '../http/route_context';

/** Any region, which represents endpoints that do not exist yet. */
const someEndpoint = regionalEndpoint('public', 'eastus2');

/** A request without choices, which is possible with all targets. */
const anyRequest = {
  cloud: 'public',
  modelName: '',
  authentication: 'api_key',
  networkAccess: 'all',
} as const;

/** The checks of Kibana itself, for the recommended target; shown before sign-in. */
export const registerEnvironment = (context: RouteContext) =>
  defineRoute(context, routes.environment, async ({ request, services }) => {
    const { facts, targetsOf, egress, count } = services;
    const { deviceCodeClientIsAzureCli, serverIdentityCloud } = facts;
    count('page_opened');
    const targets = targetsOf(request);
    const [asServer, found, unreachable, reach] = await Promise.all([
      services.mayUseServerIdentity(request),
      everyReadiness(targets),
      egress(),
      targets.connector.reach(someEndpoint),
    ]);
    const targetFacts = targetFactsOf(found, facts.kibanaVersion);
    const { preselected } = targetChoice({ ...anyRequest, ...targetFacts });
    const readiness = await readinessOf(targets, { target: preselected }, found);
    const endpoint = readiness.connector && { host: hostOf(someEndpoint), reach };
    const report = (error: unknown) =>
      context.logger.error(`A check failed: ${describeErrorLocation(error)}`);
    const checked = { readiness, unreachable, ...(endpoint && { endpoint }), report };
    const verdicts = await Promise.all(
      environmentChecks.map((check) => verdictsOf(check, checked)),
    );
    const signInKinds = facts.signInKinds.filter((kind) => asServer || kind !== 'server_identity');
    return {
      signInKinds,
      ...(signInKinds.includes('server_identity') && { serverIdentityCloud }),
      deviceCodeClientIsAzureCli,
      targetFacts,
      verdicts: verdicts.flat(),
    };
  });
