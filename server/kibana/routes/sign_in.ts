import { SetupError, type ProblemCode } from '../../../common/problem';
import { routes } from '../../../common/routes';
import type { SignIn } from '../../../common/sign_in';
import { signInId } from '../audit_event';
import type { AttemptLimit } from '../../core/sign_in/attempts';
import { audited } from './audited';
import { defineRoute } from './define_route';
import { assertMayUseServerIdentity, boundTo, anonymous, type RouteContext } from './route_context';

/** Failed sign-ins in ten minutes: of one person, and with one application by all people together. */
const mostFailures = { person: 10, application: 30 };
/** Device codes and sign-ins of one person in ten minutes, failed or not. */
const mostSignIns = 300;

/** The limits on guesses at an application's secret, and at which tenants and applications exist. */
function failuresOf(user: string, signIn: SignIn): AttemptLimit[] {
  const ofPerson = { key: JSON.stringify(['failures', user]), most: mostFailures.person };
  if (signIn.kind === 'device_code') return [ofPerson];
  if (signIn.kind !== 'service_principal') return [];
  const application = signIn.clientId.toLowerCase();
  const key = JSON.stringify(['application', application]);
  return [ofPerson, { key, most: mostFailures.application }];
}

/** Entra ID's answers to a wrong guess. A sign-in that never got there, or got no answer, does not count. */
const wrongGuesses: ReadonlySet<ProblemCode> = new Set([
  'sign_in_wrong_secret',
  'sign_in_expired_secret',
  'sign_in_unknown_app',
  'sign_in_unknown_tenant',
  'sign_in_wrong_cloud',
  'sign_in_failed',
]);
const isWrongGuess = (error: unknown): boolean =>
  error instanceof SetupError && wrongGuesses.has(error.problem.code);

/** Exchanges what the person has for one sealed access token, or starts a device code. */
export const registerSignIn = (context: RouteContext) =>
  defineRoute(context, routes.signIn, async ({ body, request }) => {
    const services = await context.services();
    const { signIn, callerOf, attempt, audit, count } = services;
    const caller = callerOf(request);
    const record = (end: object) =>
      audit(request, { action: 'sign_in', id: signInId(body), ...end });
    const answer = await audited(
      record,
      async () => {
        // A session without a person would be valid for all people, and without API keys setup could not use it.
        if (caller.user === anonymous) throw new SetupError({ code: 'api_keys_disabled' });
        if (body.kind === 'server_identity') await assertMayUseServerIdentity(services, request);
        attempt([{ key: JSON.stringify(['sign_ins', caller.user]), most: mostSignIns }]);
        return attempt(failuresOf(caller.user, body));
      },
      async (takeBack) => {
        try {
          const started = await signIn.start(body, boundTo(caller));
          takeBack();
          return started;
        } catch (error) {
          if (!isWrongGuess(error)) takeBack();
          throw error;
        }
      },
    );
    if (answer.status !== 'signed_in') return answer;
    record({ outcome: 'success' });
    count(`signed_in_${answer.kind}`);
    return answer;
  });
