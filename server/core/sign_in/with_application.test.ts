import { credentials, ids, secretMarker } from '../../../test/azure';
import { problemOf } from '../../../test/support/adapter_stage';
import { simulatedAzure, type SimulatedAzure } from '../../../test/support/simulated_azure';
import { createSeal } from './seal';
import { createSignIn, type SignInClient } from './sign_in';

const bound = { user: 'realm/elena', space: 'default' };
const { clientId: applicationId, clientSecret } = credentials.inference;

let simulator: SimulatedAzure;
let client: SignInClient;
let session: string;
beforeAll(async () => {
  simulator = await simulatedAzure();
  client = createSignIn({
    seal: createSeal('k'.repeat(32)),
    transport: simulator.transport,
    deviceCodeClientId: ids.azureCli,
    serverIdentityEnabled: false,
  });
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  simulator.reset('owner', 'instant');
  const answer = await client.start(
    { kind: 'service_principal', cloud: 'public', ...credentials.good },
    bound,
  );
  session = answer.session;
});

it('seals the application into the same sign-in', async () => {
  const answer = await client.withApplication(session, { applicationId, clientSecret }, bound);
  const principalId = `e${applicationId.slice(1)}`;
  expect(answer.principalId).toBe(principalId);
  expect(JSON.stringify(answer)).not.toContain(secretMarker);
  const [before, after] = [client.open(session, bound), client.open(answer.session, bound)];
  expect(after).toEqual({
    ...before,
    application: { clientId: applicationId, clientSecret, principalId },
  });
});

it.each([
  ['a wrong secret', { clientSecret: 'N0t-The-5ecret' }, 'sign_in_wrong_secret', 'clientSecret'],
  [
    'an expired secret',
    {
      applicationId: credentials.expiredSecret.clientId,
      clientSecret: credentials.expiredSecret.clientSecret,
    },
    'sign_in_expired_secret',
    'clientSecret',
  ],
  [
    'an unknown application',
    { applicationId: credentials.unknownApp.clientId },
    'sign_in_unknown_app',
    'applicationId',
  ],
  [
    'an application of another tenant',
    {
      applicationId: credentials.elsewhere.clientId,
      clientSecret: credentials.elsewhere.clientSecret,
    },
    'sign_in_unknown_app',
    'applicationId',
  ],
  [
    'the application of the sign-in',
    {
      applicationId: credentials.good.clientId.toUpperCase(),
      clientSecret: credentials.good.clientSecret,
    },
    'application_is_sign_in',
    'applicationId',
  ],
])('refuses %s at its field', async (_, change, code, field) => {
  const given = { applicationId, clientSecret, ...change };
  const problem = await problemOf(client.withApplication(session, given, bound));
  expect(problem).toMatchObject({ code, field });
  expect(JSON.stringify(problem)).not.toContain(given.clientSecret);
});

it('sends the secret of the application of the sign-in nowhere', async () => {
  const sent = simulator.requests.length;
  await problemOf(
    client.withApplication(
      session,
      { applicationId: credentials.good.clientId, clientSecret: 'unused' },
      bound,
    ),
  );
  expect(simulator.requests).toHaveLength(sent);
});

it.each([{ user: 'realm/other' }, { space: 'marketing' }])(
  'opens no session of other people: %j',
  async (other) => {
    const given = { applicationId, clientSecret };
    expect(
      await problemOf(client.withApplication(session, given, { ...bound, ...other })),
    ).toMatchObject({ code: 'session_unreadable' });
  },
);
