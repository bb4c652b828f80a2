import { SetupError } from '../../../../common/problem';
import { routes } from '../../../../common/routes';
import { defineRoute } from '../../http/define_route';
import { boundTo, type RouteContext } from '../../http/route_context';

/** Polls Entra ID once; any node can respond. */
export const registerPollSignIn = (context: RouteContext) =>
  defineRoute(context, routes.pollSignIn, async ({ body, request, services }) => {
    const { signIn, callerOf, audit, count } = services;
    try {
      const answer = await signIn.poll(body.session, boundTo(callerOf(request)));
      if (answer.status !== 'signed_in') return answer;
      const { kind, cloud, tenantId } = answer;
      const id = `${kind}, cloud ${cloud}, tenant ${tenantId}`;
      audit(request, { action: 'sign_in', id, outcome: 'success' });
      count(`signed_in_${kind}`);
      return answer;
    } catch (error) {
      const problem = error instanceof SetupError ? error.problem : undefined;
      audit(request, { action: 'sign_in', id: 'device_code', outcome: 'failure', problem });
      throw error;
    }
  });
