import { routes } from '../../../common/routes';
import { recommend } from '../../core/catalog/recommendation';
import { readTargetFacts } from '../../core/targets/target_facts';
import { defineRoute } from '../http/define_route';
import { signedIn, type RouteContext } from '../http/route_context';

/** A complete request, based on what the subscription offers. */
export const registerRecommendation = (context: RouteContext) =>
  defineRoute(context, routes.recommendation, async ({ body, request, services }) => {
    const { azure, targets } = await signedIn(services, request, body.session);
    const { kibanaVersion } = services.facts;
    const { useCase, fixed } = body;
    const targetFacts = await readTargetFacts(targets, kibanaVersion);
    return recommend({
      ...{ azure, targets, useCase, fixed, targetFacts, kibanaVersion },
      now: new Date(),
    });
  });
