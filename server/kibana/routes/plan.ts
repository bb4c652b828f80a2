import { routes } from '../../../common/routes';
import type { SetupRequest } from '../../../common/setup_request';
import { rememberReads } from '../../core/azure/arm/answers/remember_reads';
import { makePlan, type PlanContext } from '../../core/workflows/engine/plan';
import { setUp } from '../../core/workflows/set_up';
import { describeErrorLocation } from '../error_location';
import { defineStreamedRoute } from '../http/define_route';
import { signedIn, type RouteContext, type Services } from '../http/route_context';

/** The context of a plan's steps and checks. */
export const planContext = (
  { logger }: RouteContext,
  { facts, signIn }: Services,
  { azure, targets, application, session }: Awaited<ReturnType<typeof signedIn>>,
  request: SetupRequest,
): PlanContext => ({
  request,
  azure: rememberReads(azure),
  targets,
  application,
  tryApplication: () => signIn.tryApplication(session),
  sessionExpiresAt: session.expiresAt,
  ...(session.principal && { principal: session.principal }),
  // Microsoft's rule applies to the public cloud only.
  ...(session.cloud === 'public' && session.secondFactor && { secondFactor: session.secondFactor }),
  now: new Date(),
  report: (error) => logger.error(`A check failed: ${describeErrorLocation(error)}`),
  kibanaVersion: facts.kibanaVersion,
});

/** The dry run. Writes nothing. */
export const registerPlan = (context: RouteContext) =>
  defineStreamedRoute(context, routes.plan, async ({ body, request, services }) => {
    const caller = await signedIn(services, request, body.session);
    services.count('review_seen');
    const planned = planContext(context, services, caller, body.request);
    return (send) => makePlan(setUp, planned, send);
  });
