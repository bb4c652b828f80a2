import { routes } from '../../common/routes';
import { recommend } from '../models/recommendation';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** A complete request, from what the subscription really offers. */
export const registerRecommendation = (context: RouteContext) =>
  defineRoute(context, routes.recommendation, async ({ body, request }) => {
    const { azure, connectors } = signedIn(await context.services(), request, body.session);
    const { useCase, fixed } = body;
    return recommend({ azure, connectors, useCase, fixed, now: new Date() });
  });
