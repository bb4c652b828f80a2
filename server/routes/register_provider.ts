import { routes } from '../../common/routes';
import { register } from '../steps/provider_registration';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** Registers the resource provider, without which Azure tells of no region and no model. */
export const registerRegisterProvider = (context: RouteContext) =>
  defineRoute(context, routes.registerProvider, async ({ body, request }) => {
    const services = await context.services();
    const { azure } = signedIn(services, request, body.session);
    const { subscriptionId } = body;
    return register(azure, subscriptionId, () =>
      services.audit(request, { deed: 'register_provider', id: subscriptionId }),
    );
  });
