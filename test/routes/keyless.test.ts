import { blockers } from '../../common/plan';
import type { SetupRequest } from '../../common/setup_request';
import { credentials, ids } from '../azure';
import { difference, everything } from '../chaos/inventory';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, problem, signIn } from './support/ask';
import { useAzureKibana } from './support/use_azure_kibana';

const { clientId: applicationId, clientSecret } = credentials.inference;

const stage = useAzureKibana({ version: '9.4.6', world: 'owner' });

const request = (change: Partial<SetupRequest> = {}) =>
  aSetupRequest({
    target: 'inference_endpoint',
    authentication: 'entra_id',
    applicationId,
    ...change,
  });

const assigned = () =>
  stage.simulator.state.world.apps.find(({ clientId }) => clientId === applicationId)?.assignments;

it('a run without keys assigns the role, asks the model as the application, and undo takes all of it back', async () => {
  const before = await everything(stage.env);
  const body = { session: stage.session, applicationId, clientSecret };
  const { session } = await answerOf(stage.kibana, 'application', { body });
  const run = await stage.finished(request(), { session });
  expect(run.problem).toBeUndefined();
  expect(assigned()).toMatchObject([{ role: 'Cognitive Services OpenAI User' }]);
  const [account] = stage.simulator.state.world.accounts;
  expect(account?.disableLocalAuth).toBe(true);
  expect(stage.simulator.requests.filter(({ path: url }) => url.includes('listKeys'))).toEqual([]);

  const other = await signIn(stage.kibana);
  expect((await stage.undone(run.runId, { session: other })).status).toBe('undone');
  expect(assigned()).toEqual([]);
  expect(difference(before, await everything(stage.env))).toEqual([]);
});

it('a run whose session has no application stops, and continues with it', async () => {
  const stopped = await stage.carriedOut(request());
  expect(stopped).toMatchObject({
    status: 'blocked',
    problem: { code: 'application_secret_missing', field: 'clientSecret' },
  });
  const session = await stage.withApplication();
  expect((await stage.resumed(stopped.runId, { session })).status).toBe('finished');
});

it.each([
  ['application_missing', 'applicationId', { applicationId: undefined }],
  ['application_secret_missing', 'clientSecret', {}],
] as const)('a plan is blocked by %s', async (code, field, change) => {
  const plan = await answerOf(stage.kibana, 'plan', {
    body: { session: stage.session, request: request(change) },
  });
  const found = blockers(plan).map((one) => [one.code, one.field]);
  expect(found).toContainEqual([code, field]);
});

describe('an application that has signed in before', () => {
  const planned = async (own: string) => {
    const plan = await answerOf(stage.kibana, 'plan', {
      body: { session: own, request: request() },
    });
    return plan.verdicts.find(({ check }) => check === 'application');
  };
  const app = () => {
    const found = stage.simulator.state.world.apps.find((one) => one.clientId === applicationId);
    if (!found) throw new Error('the application is not in this world');
    return found;
  };

  it('passes as long as its secret is accepted', async () => {
    expect(await planned(await stage.withApplication())).toMatchObject({ status: 'pass' });
  });

  it.each<[string, () => void, string, string]>([
    ['was deleted', () => (app().secrets = []), 'sign_in_wrong_secret', 'clientSecret'],
    [
      'has expired',
      () => (app().secrets = app().secrets.map((one) => ({ ...one, expired: true }))),
      'sign_in_expired_secret',
      'clientSecret',
    ],
    [
      'went with its application',
      () => {
        const { world } = stage.simulator.state;
        world.apps = world.apps.filter((one) => one.clientId !== applicationId);
      },
      'sign_in_unknown_app',
      'applicationId',
    ],
  ])('blocks the plan at its field when its secret %s', async (_what, change, code, field) => {
    const own = await stage.withApplication();
    change();
    expect(await planned(own)).toMatchObject({ status: 'fail', problem: { code, field } });
  });

  it('is left unchecked while Microsoft Entra ID does not answer', async () => {
    const own = await stage.withApplication();
    stage.simulator.state.faults = [
      {
        match: { host: 'login.microsoftonline.com' },
        action: { status: 503, code: 'temporarily_unavailable', message: 'Later.' },
      },
    ];
    expect(await planned(own)).toMatchObject({ status: 'unverified' });
  });
});

it('refuses the application of the sign-in, and guesses that never end', async () => {
  const { session } = stage;
  const own = { session, applicationId: credentials.good.clientId };
  const { clientSecret: ofSignIn } = credentials.good;
  expect(
    await ask(stage.kibana, 'application', { body: { ...own, clientSecret: ofSignIn } }),
  ).toMatchObject(problem('application_is_sign_in', 'applicationId'));
  const guess = { session, applicationId: ids.contoso, clientSecret: 'N0t-The-5ecret' };
  for (let count = 0; count < 10; count += 1) {
    expect(await ask(stage.kibana, 'application', { body: guess })).toMatchObject(
      problem('sign_in_unknown_app', 'applicationId'),
    );
  }
  expect(await ask(stage.kibana, 'application', { body: guess })).toMatchObject(
    problem('sign_in_too_often'),
  );
});
