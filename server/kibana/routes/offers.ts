import { routes } from '../../../common/routes';
import { findOffers } from '../../core/catalog/find_offers';
import { defineRoute } from '../http/define_route';
import { signedIn, type RouteContext } from '../http/route_context';

/** All offers in all regions, best first. */
export const registerOffers = (context: RouteContext) =>
  defineRoute(context, routes.offers, async ({ body, request, services }) => {
    const { azure } = await signedIn(services, request, body.session);
    const { subscriptionId, kind, useCase } = body;
    const { kibanaVersion } = services.facts;
    return findOffers({ azure, subscriptionId, kind, useCase, kibanaVersion, now: new Date() });
  });
