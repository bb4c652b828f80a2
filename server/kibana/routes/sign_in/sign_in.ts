import { SetupError } from '../../../../common/problem';
import { routes } from '../../../../common/routes';
import { signInId } from '../../audit_event';
import { audited } from '../../http/audited';
import { defineRoute } from '../../http/define_route';
import { anonymous } from '../../identity';
import { assertMayUseServerIdentity, boundTo, type RouteContext } from '../../http/route_context';
import { countingGuesses, failuresOf } from './sign_in_limits';

/** Maximum number of device codes and sign-ins of one person in ten minutes, failed or not. */
const maximumSignIns = 300;

/** Exchanges credentials for a sealed access token, or starts a device code sign-in. */
export const registerSignIn = (context: RouteContext) =>
  defineRoute(context, routes.signIn, async ({ body, request, services }) => {
    const { signIn, callerOf, attempt, audit, count } = services;
    const caller = callerOf(request);
    const record = (end: object) =>
      audit(request, { action: 'sign_in', id: signInId(body), ...end });
    const answer = await audited(
      record,
      async () => {
        // A session without a user would be valid for everyone, and setup needs API keys.
        if (caller.user === anonymous) throw new SetupError({ code: 'api_keys_disabled' });
        if (body.kind === 'server_identity') await assertMayUseServerIdentity(services, request);
        attempt([{ key: JSON.stringify(['sign_ins', caller.user]), most: maximumSignIns }]);
        return attempt(failuresOf(caller.user, body));
      },
      (takeBack) => countingGuesses(takeBack, () => signIn.start(body, boundTo(caller))),
    );
    if (answer.status !== 'signed_in') return answer;
    record({ outcome: 'success' });
    count(`signed_in_${answer.kind}`);
    return answer;
  });
