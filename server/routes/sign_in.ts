import { routes } from '../../common/routes';
import { defineRoute } from './define_route';
import { boundTo, type RouteContext } from './route_context';

/** Exchanges what the person has for one sealed access token, or starts a device code. */
export const registerSignIn = (context: RouteContext) =>
  defineRoute(context, routes.signIn, async ({ body, request }) => {
    const { signIn, askerOf } = await context.services();
    return signIn.start(body, boundTo(askerOf(request)));
  });
