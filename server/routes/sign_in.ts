import { SetupError } from '../../common/problem';
import { routes } from '../../common/routes';
import { defineRoute } from './define_route';
import { boundTo, nobody, type RouteContext } from './route_context';

/** Exchanges what the person has for one sealed access token, or starts a device code. */
export const registerSignIn = (context: RouteContext) =>
  defineRoute(context, routes.signIn, async ({ body, request }) => {
    const { signIn, askerOf, count } = await context.services();
    const asker = askerOf(request);
    // A session for nobody would be everybody's, and without API keys nothing could be set up with it.
    if (asker.user === nobody) throw new SetupError({ code: 'api_keys_disabled' });
    const answer = await signIn.start(body, boundTo(asker));
    if (answer.status === 'signed_in') count(`signed_in_${answer.kind}`);
    return answer;
  });
