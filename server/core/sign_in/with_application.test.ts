import { credentials, secretMarker } from '../../../test/azure';
import { aSignIn, bound } from '../../../test/support/builders/a_sign_in';
import { problemOf } from '../../../test/support/adapter_stage';
import { useSimulatedAzure } from '../../../test/support/simulated_azure';

const { clientId: applicationId, clientSecret } = credentials.inference;

const simulator = useSimulatedAzure('owner');
const client = aSignIn({ transport: (cloud) => simulator().transport(cloud) });
let session: string;
beforeEach(async () => {
  const answer = await client.start(
    { kind: 'service_principal', cloud: 'public', ...credentials.good },
    bound,
  );
  session = answer.session;
});

it('seals the application into the same sign-in', async () => {
  const answer = await client.withApplication(session, { applicationId, clientSecret }, bound);
  const principalId = `e${applicationId.slice(1)}`;
  expect(JSON.stringify(answer)).not.toContain(secretMarker);
  const [before, after] = [client.open(session, bound), client.open(answer.session, bound)];
  expect(after).toEqual({
    ...before,
    application: { clientId: applicationId, clientSecret, principalId },
  });
});

const { good, expiredSecret, unknownApp, elsewhere } = credentials;
const ofSignIn = { ...good, clientId: good.clientId.toUpperCase() };
it.each([
  ['a wrong secret', { clientSecret: 'N0t-The-5ecret' }, 'sign_in_wrong_secret', 'clientSecret'],
  ['an expired secret', expiredSecret, 'sign_in_expired_secret', 'clientSecret'],
  ['an unknown application', unknownApp, 'sign_in_unknown_app', 'applicationId'],
  ['an application of another tenant', elsewhere, 'sign_in_unknown_app', 'applicationId'],
  ['the application of the sign-in', ofSignIn, 'application_is_sign_in', 'applicationId'],
])('refuses %s at its field', async (_, change, code, field) => {
  const wanted = { ...credentials.inference, ...change };
  const given = { applicationId: wanted.clientId, clientSecret: wanted.clientSecret };
  const problem = await problemOf(client.withApplication(session, given, bound));
  expect(problem).toMatchObject({ code, field });
  expect(JSON.stringify(problem)).not.toContain(given.clientSecret);
});

it('sends the secret of the application of the sign-in nowhere', async () => {
  const sent = simulator().requests.length;
  const given = { applicationId: credentials.good.clientId, clientSecret: 'unused' };
  await problemOf(client.withApplication(session, given, bound));
  expect(simulator().requests).toHaveLength(sent);
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
