import { routes } from '../../../common/routes';
import { targetToJudgeBy } from '../../../common/targets/target_choice';
import { findOffers } from '../../core/catalog/find_offers';
import { readTargetFacts } from '../../core/targets/target_facts';
import { defineRoute } from '../http/define_route';
import { signedIn, type RouteContext } from '../http/route_context';

/** All offers in all regions, best first. */
export const registerOffers = (context: RouteContext) =>
  defineRoute(context, routes.offers, async ({ body, request, services }) => {
    const { azure, targets } = await signedIn(services, request, body.session);
    const { subscriptionId, kind, useCase } = body;
    const { kibanaVersion } = services.facts;
    const target = targetToJudgeBy(await readTargetFacts(targets, kibanaVersion), body);
    return findOffers({
      ...{ azure, subscriptionId, kind, useCase, kibanaVersion, target },
      now: new Date(),
    });
  });
