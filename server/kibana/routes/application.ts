import { routes } from '../../../common/routes';
import { audited } from './audited';
import { defineRoute } from './define_route';
import { boundTo, signedIn, type RouteContext } from './route_context';
import { failuresOfApplication, isWrongGuess } from './sign_in_limits';

/** Tries out the application that Elasticsearch is to sign in as, and seals it into the session. */
export const registerApplication = (context: RouteContext) =>
  defineRoute(context, routes.application, async ({ body, request }) => {
    const services = await context.services();
    const { session: sealed, ...application } = body;
    const { caller, session } = await signedIn(services, request, sealed);
    const id = `cloud ${session.cloud}, tenant ${session.tenantId}, application ${body.applicationId}`;
    const record = (end: object) =>
      services.audit(request, { action: 'use_application', id, ...end });
    const answer = await audited(
      record,
      async () => services.attempt(failuresOfApplication(caller.user, body.applicationId)),
      async (takeBack) => {
        try {
          const named = await services.signIn.withApplication(sealed, application, boundTo(caller));
          takeBack();
          return named;
        } catch (error) {
          if (!isWrongGuess(error)) takeBack();
          throw error;
        }
      },
    );
    record({ outcome: 'success' });
    return answer;
  });
