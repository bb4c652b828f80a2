import { valuesOf } from '../../common/problem';
import { secondFactorClaims } from '../../common/sign_in';
import { credentials, ids } from '../azure';
import { answerOf, ask, problem } from './support/ask';
import { useAzureKibana } from './support/use_azure_kibana';
import { aSetupRequest } from '../support/builders/a_setup_request';

const stage = useAzureKibana();

const start = async (claims?: string) => {
  const body = { kind: 'device_code', cloud: 'public', tenant: ids.contoso };
  const code = await answerOf(stage.kibana, 'signIn', {
    body: { ...body, ...(claims && { claims }) },
  });
  if (code.status !== 'device_code') throw new Error('no device code');
  return code;
};
/** Types the code on Microsoft's page; true when the page takes it. */
const decide = async (userCode: string, user: string) => {
  const response = await fetch(`${stage.simulator.controlUrl}/api/device`, {
    method: 'POST',
    body: JSON.stringify({ userCode, decision: 'accept', user }),
  });
  return response.ok;
};
async function signIn(user: string, claims?: string): Promise<string> {
  const { session, userCode } = await start(claims);
  expect(await decide(userCode, user)).toBe(true);
  const answer = await answerOf(stage.kibana, 'pollSignIn', { body: { session } });
  if (answer.status !== 'signed_in') throw new Error('still pending');
  return answer.session;
}

const { user } = credentials.singleFactor;

describe('a person who signed in without a second factor', () => {
  const request = aSetupRequest();

  it('gets a warning in the plan, stops at the first write, and continues after a sign-in with the claims', async () => {
    const session = await signIn(user);
    const plan = await answerOf(stage.kibana, 'plan', { body: { session, request } });
    expect(plan.verdicts).toContainEqual({
      check: 'signed_in',
      status: 'warn',
      problem: { code: 'sign_in_without_second_factor', detail: { claims: secondFactorClaims } },
    });

    const stopped = await stage.carriedOut(request, { session });
    expect(stopped).toMatchObject({
      status: 'blocked',
      problem: { code: 'sign_in_claims_required', detail: { claims: secondFactorClaims } },
    });

    const claims = String(valuesOf(stopped.problem).claims);
    const stronger = await signIn(user, claims);
    expect(await stage.resumed(stopped.runId, { session: stronger })).toMatchObject({
      status: 'finished',
    });

    const again = await answerOf(stage.kibana, 'plan', { body: { session: stronger, request } });
    expect(again.verdicts).toContainEqual({ check: 'signed_in', status: 'pass' });
  });

  it('gets the same problem when the provider is registered', async () => {
    stage.simulator.reset('unregistered_provider', 'instant');
    const body = { session: await signIn(user), subscriptionId: ids.main };
    expect(await ask(stage.kibana, 'registerProvider', { body })).toMatchObject(
      problem('sign_in_claims_required'),
    );
    const stronger = { ...body, session: await signIn(user, secondFactorClaims) };
    expect(await ask(stage.kibana, 'registerProvider', { body: stronger })).toMatchObject({
      status: 200,
    });
  });

  it('stops a removal at its first write, and continues it after a sign-in with the claims', async () => {
    const session = await signIn(user, secondFactorClaims);
    const { runId } = await stage.finished(request, { session });
    const stopped = await stage.undone(runId, { session: await signIn(user) });
    expect(stopped.problem).toMatchObject({ code: 'sign_in_claims_required' });
    const stronger = { session: await signIn(user, secondFactorClaims) };
    expect(await stage.undone(runId, stronger)).toMatchObject({ status: 'undone' });
  });
});
