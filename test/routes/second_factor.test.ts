import { valuesOf } from '../../common/problem';
import { randomUUID } from 'node:crypto';
import type { Run } from '../../common/run';
import { secondFactorClaims } from '../../common/sign_in';
import { credentials, ids } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, ask, problem } from './ask';
import { setUpAzureKibana, type AzureKibana } from './azure_kibana';
import { aSetupRequest } from '../support/a_setup_request';

let env: AzureKibana;
let kibana: Kibana;

beforeAll(async () => {
  env = await setUpAzureKibana();
  kibana = await env.start({
    settings: { 'host.taskTimeScale': 0.08, 'xpack.task_manager.poll_interval': 100 },
  });
});
afterAll(() => env.clear());
beforeEach(() => env.simulator.reset('empty', 'instant'));

const start = async (claims?: string) => {
  const body = { kind: 'device_code', cloud: 'public', tenant: ids.contoso };
  const code = await answerOf(kibana, 'signIn', { body: { ...body, ...(claims && { claims }) } });
  if (code.status !== 'device_code') throw new Error('no device code');
  return code;
};
/** Types the code on Microsoft's page; true when the page takes it. */
const decide = async (userCode: string, user: string) => {
  const response = await fetch(`${env.simulator.controlUrl}/api/device`, {
    method: 'POST',
    body: JSON.stringify({ userCode, decision: 'accept', user }),
  });
  return response.ok;
};
async function signIn(user: string, claims?: string): Promise<string> {
  const { session, userCode } = await start(claims);
  expect(await decide(userCode, user)).toBe(true);
  const answer = await answerOf(kibana, 'pollSignIn', { body: { session } });
  if (answer.status !== 'signed_in') throw new Error('still pending');
  return answer.session;
}

async function ended(runId: string): Promise<Run> {
  for (;;) {
    const { run } = await answerOf(kibana, 'run', { runId });
    const moving = run.status === 'running' || run.status === 'undoing';
    if (!moving || run.problem) return run;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const { user } = credentials.singleFactor;

describe('a person who signed in without a second factor', () => {
  const request = aSetupRequest();

  it('gets a warning in the plan, stops at the first write, and continues after a sign-in with the claims', async () => {
    const session = await signIn(user);
    const plan = await answerOf(kibana, 'plan', { body: { session, request } });
    expect(plan.verdicts).toContainEqual({
      check: 'signed_in',
      status: 'warn',
      problem: { code: 'sign_in_without_second_factor', detail: { claims: secondFactorClaims } },
    });

    const runId = randomUUID();
    await answerOf(kibana, 'startRun', { body: { session, runId, request } });
    const stopped = await ended(runId);
    expect(stopped).toMatchObject({
      status: 'blocked',
      problem: { code: 'sign_in_claims_required', detail: { claims: secondFactorClaims } },
    });

    const claims = String(valuesOf(stopped.problem).claims);
    const stronger = await signIn(user, claims);
    await answerOf(kibana, 'resumeRun', { runId, body: { session: stronger } });
    expect(await ended(runId)).toMatchObject({ status: 'finished' });

    const again = await answerOf(kibana, 'plan', { body: { session: stronger, request } });
    expect(again.verdicts).toContainEqual({ check: 'signed_in', status: 'pass' });
  });

  it('gets the same problem when the provider is registered', async () => {
    env.simulator.reset('unregistered_provider', 'instant');
    const body = { session: await signIn(user), subscriptionId: ids.main };
    expect(await ask(kibana, 'registerProvider', { body })).toMatchObject(
      problem('sign_in_claims_required'),
    );
    const stronger = { ...body, session: await signIn(user, secondFactorClaims) };
    expect(await ask(kibana, 'registerProvider', { body: stronger })).toMatchObject({
      status: 200,
    });
  });

  it('stops a removal at its first write, and continues it after a sign-in with the claims', async () => {
    const strong = await signIn(user, secondFactorClaims);
    const runId = randomUUID();
    await answerOf(kibana, 'startRun', { body: { session: strong, runId, request } });
    expect(await ended(runId)).toMatchObject({ status: 'finished' });
    const weak = { session: await signIn(user), dryRun: false };
    await answerOf(kibana, 'undoRun', { runId, body: weak });
    expect((await ended(runId)).problem).toMatchObject({ code: 'sign_in_claims_required' });
    const stronger = { ...weak, session: await signIn(user, secondFactorClaims) };
    await answerOf(kibana, 'undoRun', { runId, body: stronger });
    expect(await ended(runId)).toMatchObject({ status: 'undone' });
  });
});
