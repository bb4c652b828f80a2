import { createServer, type Server } from 'node:http';
import type { DeviceCode } from '../../common/sign_in';
import { credentials, ids, makeAccessToken, secretMarker } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, asApplication, ask, problem } from './support/ask';
import { setUpAzureKibana, type AzureKibana } from './support/azure_kibana';

const minute = 60_000;

let fixture: AzureKibana;
let kibana: Kibana;
/** A Kibana on a machine that has an identity in Azure. */
let machine: Kibana;
let identity: { status: number; body: object };
let identityServer: Server;
let identityUrl: string;

beforeAll(async () => {
  fixture = await setUpAzureKibana();
  identityServer = createServer((_request, response) => {
    response.writeHead(identity.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(identity.body));
  });
  await new Promise<void>((resolve) => identityServer.listen(0, '127.0.0.1', resolve));
  const address = identityServer.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  identityUrl = `http://127.0.0.1:${port}/msi/token`;
  [kibana, machine] = await Promise.all([
    fixture.start({ nodeName: 'first' }),
    fixture.start({
      nodeName: 'machine',
      settings: { 'azure_openai_setup.serverIdentity.enabled': true },
      env: {
        IDENTITY_ENDPOINT: identityUrl,
        IDENTITY_HEADER: 'a-header',
      },
    }),
  ]);
});
afterAll(async () => {
  await fixture.clear();
  identityServer.close();
});
beforeEach(() => fixture.simulator.reset('empty'));

const signIn = (body: object, on = kibana) => ask(on, 'signIn', { body });

/** Signed in, and the session is good for asking Azure. */
async function expectGood(body: object, facts: object, on = kibana) {
  const answer = await answerOf(on, 'signIn', { body });
  expect(answer).toMatchObject({ status: 'signed_in', ...facts });
  expect(JSON.stringify(answer)).not.toContain(secretMarker);
  const options = await ask(on, 'options', { body: { session: answer.session } });
  expect(options.status).toBe(200);
}

describe('a service principal', () => {
  it.each([
    ['by the tenant’s id', ids.contoso],
    ['by a domain', 'contoso.com'],
  ])('signs in %s', async (_how, tenant) => {
    const { clientId } = credentials.good;
    const facts = { kind: 'service_principal', tenantId: ids.contoso, who: clientId };
    await expectGood(asApplication({ ...credentials.good, tenant }), facts);
  });

  it('signs in to another cloud', async () => {
    fixture.simulator.reset('us_government');
    const credential = asApplication({ ...credentials.good, tenant: ids.government });
    await expectGood({ ...credential, cloud: 'usGovernment' }, { cloud: 'usGovernment' });
    const hosts = new Set(fixture.simulator.requests.map(({ host }) => host));
    expect([...hosts].sort()).toEqual(['login.microsoftonline.us', 'management.usgovcloudapi.net']);
  });

  const wrong = [
    ['wrongSecret', 'sign_in_wrong_secret', 'clientSecret'],
    ['expiredSecret', 'sign_in_expired_secret', 'clientSecret'],
    ['unknownApp', 'sign_in_unknown_app', 'clientId'],
    ['unknownTenant', 'sign_in_unknown_tenant', 'tenant'],
    ['malformedTenant', 'sign_in_unknown_tenant', 'tenant'],
    ['otherCloudTenant', 'sign_in_wrong_cloud', 'cloud'],
  ] as const;
  it.each(wrong)('reports %s', async (name, code, field) => {
    const answer = await signIn(asApplication(credentials[name]));
    expect(answer).toMatchObject(problem(code, field));
    expect(answer.text).toMatch(/AADSTS\d+/);
    expect(answer.text).not.toContain(secretMarker);
  });

  it('requires a tenant', async () => {
    const answer = await signIn(asApplication({ ...credentials.good, tenant: 'organizations' }));
    expect(answer).toMatchObject(problem('sign_in_tenant_needed', 'tenant'));
  });

  it.each([
    ['is out of order', { status: 503, code: 'x', message: 'x' }, 'azure_busy'],
    ['cannot be reached', 'reset', 'azure_unreachable'],
  ] as const)('is told when Microsoft’s sign-in %s', async (_what, action, code) => {
    fixture.simulator.state.faults = [{ match: { host: '^login' }, times: 50, action }];
    expect(await signIn(asApplication())).toMatchObject(problem(code));
  });
});

describe('a device code', () => {
  const start = async (rest: object = { tenant: ids.contoso }): Promise<DeviceCode> => {
    const body = { kind: 'device_code', cloud: 'public', ...rest };
    const answer = await answerOf(kibana, 'signIn', { body });
    if (answer.status !== 'device_code') throw new Error('signed in without a code');
    expect(JSON.stringify(answer)).not.toContain(secretMarker);
    return answer;
  };
  const decide = async (userCode: string, decision: string, user = 'ada@contoso.com') => {
    const body = JSON.stringify({ userCode, decision, user });
    const url = `${fixture.simulator.controlUrl}/api/device`;
    expect(await fetch(url, { method: 'POST', body })).toMatchObject({ ok: true });
  };
  const poll = (session: string) => ask(kibana, 'pollSignIn', { body: { session } });

  it.each([
    ['a tenant', { tenant: ids.contoso }],
    ['no tenant', {}],
  ])('of %s leads through waiting to a session', async (_what, rest) => {
    const { session, userCode, verificationUri } = await start(rest);
    expect(verificationUri).toBe('https://microsoft.com/devicelogin');
    const waiting = { status: 200, body: { status: 'pending', interval: 1 } };
    expect(await poll(session)).toMatchObject(waiting);
    await decide(userCode, 'accept');
    const answer = await answerOf(kibana, 'pollSignIn', { body: { session } });
    const facts = { kind: 'device_code', who: 'ada@contoso.com', tenantId: ids.contoso };
    expect(answer).toMatchObject({ status: 'signed_in', ...facts });
    expect(JSON.stringify(answer)).not.toContain(secretMarker);
    // A code works once.
    expect(await poll(session)).toMatchObject({ status: 422 });
  });

  it.each([
    ['declined', 'decline', 'ada@contoso.com', 'device_code_declined'],
    ['expired', 'expire', 'ada@contoso.com', 'device_code_expired'],
    ['mfaRequired', 'accept', credentials.mfaRequired.user, 'sign_in_mfa_required'],
    [
      'conditionalAccess',
      'accept',
      credentials.conditionalAccess.user,
      'sign_in_blocked_by_policy',
    ],
    ['wrongAccount', 'accept', credentials.wrongAccount.user, 'sign_in_wrong_account'],
  ] as const)('says when it was %s', async (_name, decision, user, code) => {
    const { session, userCode } = await start();
    await decide(userCode, decision, user);
    expect(await poll(session)).toMatchObject(problem(code));
  });

  it('returns a problem when the code expires unused', async () => {
    const { session } = await start();
    fixture.simulator.state.skewMs = 16 * minute;
    expect(await poll(session)).toMatchObject(problem('device_code_expired'));
  });

  it('says when Azure does not know it', async () => {
    const { session } = await start();
    fixture.simulator.state.deviceGrants = [];
    expect(await poll(session)).toMatchObject(problem('device_code_unknown'));
  });

  it.each([
    ['consentMissing', { consentMissing: true }, 'sign_in_consent_missing'],
    ['publicClientDisabled', { publicClient: false }, 'sign_in_public_client_disabled'],
  ] as const)('says when the application has %s', async (_name, change, code) => {
    const { session, userCode } = await start();
    await decide(userCode, 'accept');
    for (const app of fixture.simulator.state.world.apps) Object.assign(app, change);
    expect(await poll(session)).toMatchObject(problem(code));
  });

  it.each([
    ['unknownTenant', credentials.unknownTenant.tenant, 'sign_in_unknown_tenant', 'tenant'],
    ['malformedTenant', credentials.malformedTenant.tenant, 'sign_in_unknown_tenant', 'tenant'],
    ['otherCloudTenant', credentials.otherCloudTenant.tenant, 'sign_in_wrong_cloud', 'cloud'],
  ] as const)('is not given for %s', async (_name, tenant, code, field) => {
    const answer = await signIn({ kind: 'device_code', cloud: 'public', tenant });
    expect(answer).toMatchObject(problem(code, field));
  });
});

interface TokenChange {
  audience?: string;
  lifeMinutes?: number;
}
function aToken({ audience = 'https://management.azure.com', lifeMinutes = 60 }: TokenChange = {}) {
  const [principal] = fixture.simulator.state.world.users;
  if (!principal) throw new Error('the world has no user');
  const issuedAt = Date.now() - minute;
  return makeAccessToken({
    principal,
    tenantId: ids.contoso,
    audience,
    clientId: ids.azureCli,
    issuedAt,
    expiresAt: Date.now() + lifeMinutes * minute,
  });
}

describe('a pasted access token', () => {
  const paste = (accessToken: string, cloud = 'public') => ({
    kind: 'access_token',
    cloud,
    accessToken,
  });

  it.each(['https://management.azure.com', 'https://management.core.windows.net/'])(
    'for %s signs in',
    async (audience) => {
      const facts = { kind: 'access_token', who: 'ada@contoso.com', tenantId: ids.contoso };
      await expectGood(paste(aToken({ audience })), facts);
    },
  );

  it('is trimmed', async () => {
    await expectGood(paste(`  ${aToken()}\r\n`), { who: 'ada@contoso.com' });
  });

  const malformed: ReadonlyArray<[what: string, token: () => string]> = [
    ['that is none', () => secretMarker],
    ['of three words', () => `${secretMarker}.${secretMarker}.${secretMarker}`],
    ['cut in half', () => aToken().slice(0, 100)],
    ['with two ends', () => `${aToken()}.x`],
    ['with its header’s word', () => `Bearer ${aToken()}`],
    ['in quotes', () => `"${aToken()}"`],
    ['with a line break in it', () => aToken().replace('.', '\r\nx-header: 1.')],
    ['with letters of no token', () => `${aToken()}é`],
  ];
  it.each(malformed)('%s is refused', async (_what, token) => {
    const answer = await signIn(paste(token()));
    expect(answer).toMatchObject(problem('token_malformed', 'accessToken'));
    expect(answer.text).not.toContain(secretMarker);
    expect(fixture.simulator.requests).toEqual([]);
  });

  const refused: ReadonlyArray<[what: string, token: () => string, code: string, field: string]> = [
    [
      'for Microsoft Graph',
      () => aToken({ audience: 'https://graph.microsoft.com' }),
      'token_wrong_audience',
      'accessToken',
    ],
    [
      'for the data plane',
      () => aToken({ audience: 'https://cognitiveservices.azure.com' }),
      'token_wrong_audience',
      'accessToken',
    ],
    [
      'of another cloud',
      () => aToken({ audience: 'https://management.usgovcloudapi.net' }),
      'sign_in_wrong_cloud',
      'cloud',
    ],
    ['that is over', () => aToken({ lifeMinutes: -1 }), 'token_expired', 'accessToken'],
    ['that is nearly over', () => aToken({ lifeMinutes: 4 }), 'token_expired', 'accessToken'],
  ];
  it.each(refused)('%s is refused', async (_what, token, code, field) => {
    const answer = await signIn(paste(token()));
    expect(answer).toMatchObject(problem(code, field));
    expect(answer.text).not.toContain(secretMarker);
    expect(fixture.simulator.requests).toEqual([]);
  });
});

describe('the server’s own identity', () => {
  const body = { kind: 'server_identity', cloud: 'public' };

  it('is off by default', async () => {
    expect(await signIn(body)).toMatchObject(problem('server_identity_disabled'));
    const { signInKinds } = await answerOf(kibana, 'environment');
    expect(signInKinds).toEqual(['device_code', 'service_principal', 'access_token']);
  });

  it('signs in where it is allowed', async () => {
    const seconds = Math.floor(Date.now() / 1_000) + 3_600;
    identity = {
      status: 200,
      body: {
        access_token: aToken(),
        expires_on: String(seconds),
        resource: 'https://management.azure.com',
        token_type: 'Bearer',
      },
    };
    await expectGood(body, { kind: 'server_identity', tenantId: ids.contoso }, machine);
    const { signInKinds } = await answerOf(machine, 'environment');
    expect(signInKinds[0]).toBe('server_identity');
  });

  it('is unavailable where the machine has none', async () => {
    identity = { status: 400, body: { statusCode: 400, message: 'No Managed Identity found' } };
    // Another cloud is another token: the library keeps the one it got before.
    const other = await fixture.start({
      nodeName: 'government',
      settings: {
        'azure_openai_setup.serverIdentity.enabled': true,
        'azure_openai_setup.serverIdentity.cloud': 'usGovernment',
      },
      env: { IDENTITY_ENDPOINT: identityUrl, IDENTITY_HEADER: 'a-header' },
    });
    expect(await signIn({ ...body, cloud: 'usGovernment' }, other)).toMatchObject(
      problem('server_identity_unavailable'),
    );
    expect(await signIn(body, other)).toMatchObject(
      problem('server_identity_wrong_cloud', 'cloud'),
    );
  });
});

it('logs no secret and no failure of its own', async () => {
  const log = await fixture.log();
  expect(log).toContain('sign_in_wrong_secret');
  expect(log).not.toContain(secretMarker);
  expect(log).not.toMatch(/eyJ[\w-]{10,}\./);
  expect(await fixture.failures()).toEqual([]);
});
