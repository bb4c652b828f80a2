import { routes } from '../../common/routes';
import { defineRoute } from './define_route';
import { boundTo, type RouteContext } from './route_context';

/** Exchanges what the person has for one sealed access token, or starts a device code. */
export const registerSignIn = (context: RouteContext) =>
  defineRoute(context, routes.signIn, async ({ body, request }) => {
    const { signIn, askerOf, count } = await context.services();
    const answer = await signIn.start(body, boundTo(askerOf(request)));
    if (answer.status === 'signed_in') count(`signed_in_${answer.kind}`);
    return answer;
  });
