import { routes } from '../../../common/routes';
import { rememberReads } from '../../core/azure/arm/remember_reads';
import { makePlan } from '../../core/workflows/plan';
import { setUp } from '../../core/workflows/set_up';
import { describeErrorLocation } from '../error_location';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** The dry run. Writes nothing. */
export const registerPlan = (context: RouteContext) =>
  defineRoute(context, routes.plan, async ({ body, request }) => {
    const services = await context.services();
    const { azure, targets, session } = await signedIn(services, request, body.session);
    services.count('review_seen');
    return makePlan(setUp, {
      request: body.request,
      azure: rememberReads(azure),
      target: targets[body.request.target],
      sessionExpiresAt: session.expiresAt,
      // Microsoft's rule holds in the public cloud only.
      ...(session.cloud === 'public' &&
        session.secondFactor && { secondFactor: session.secondFactor }),
      now: new Date(),
      report: (error) => context.logger.error(`A check failed: ${describeErrorLocation(error)}`),
      kibanaVersion: services.facts.kibanaVersion,
    });
  });
