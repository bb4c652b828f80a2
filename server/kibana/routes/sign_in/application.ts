import { routes } from '../../../../common/routes';
import { audited } from '../../http/audited';
import { defineRoute } from '../../http/define_route';
import { boundTo, signedIn, type RouteContext } from '../../http/route_context';
import { countingGuesses, failuresOfApplication } from './sign_in_limits';

/** Tests the application that Elasticsearch will sign in as, and seals it into the session. */
export const registerApplication = (context: RouteContext) =>
  defineRoute(context, routes.application, async ({ body, request, services }) => {
    const { session: sealed, ...application } = body;
    const { caller, session } = await signedIn(services, request, sealed);
    const id = `cloud ${session.cloud}, tenant ${session.tenantId}, application ${body.applicationId}`;
    const record = (end: object) =>
      services.audit(request, { action: 'use_application', id, ...end });
    const answer = await audited(
      record,
      async () => services.attempt(failuresOfApplication(caller.user, body.applicationId)),
      (takeBack) =>
        countingGuesses(takeBack, () =>
          services.signIn.withApplication(sealed, application, boundTo(caller)),
        ),
    );
    record({ outcome: 'success' });
    return answer;
  });
