import { routes } from '../../common/routes';
import { defineRoute } from './define_route';
import { boundTo, type RouteContext } from './route_context';

/** One poll of the page is one poll of Microsoft: any node may answer. */
export const registerPollSignIn = (context: RouteContext) =>
  defineRoute(context, routes.pollSignIn, async ({ body, request }) => {
    const { signIn, askerOf, count } = await context.services();
    const answer = await signIn.poll(body.session, boundTo(askerOf(request)));
    if (answer.status === 'signed_in') count(`signed_in_${answer.kind}`);
    return answer;
  });
