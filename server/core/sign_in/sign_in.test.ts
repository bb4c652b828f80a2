import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceCode, SignedIn, SignIn, StillPending } from '../../../common/sign_in';
import {
  credentials,
  decideDeviceGrant,
  type DeviceDecision,
  ids,
  secretMarker,
} from '../../../test/azure';
import { answering, aSignIn, bound } from '../../../test/support/builders/a_sign_in';
import { problemOf } from '../../../test/support/adapter_stage';
import { useSimulatedAzure } from '../../../test/support/simulated_azure';
import { createTransport } from '../azure/arm/arm_transport';
import { createSeal } from './seal';
import type { SignInClient, SignInOptions } from './sign_in';

const simulator = useSimulatedAzure();

const client = (options: Partial<SignInOptions> = {}): SignInClient =>
  aSignIn({ transport: simulator().transport, ...options });

/** Microsoft's answers, changed on the way. */
const clientAnswering = (change: Parameters<typeof answering>[1]) =>
  client({ transport: (cloud) => answering(simulator().transport(cloud), change) });

function done(answer: SignedIn | DeviceCode | StillPending): SignedIn {
  if (answer.status !== 'signed_in') throw new Error(`It is ${answer.status}.`);
  return answer;
}

const principal = (name: keyof typeof credentials, cloud: SignIn['cloud'] = 'public'): SignIn => {
  const given = credentials[name];
  const clientSecret = 'clientSecret' in given ? given.clientSecret : 'no-secret';
  const { tenant, clientId } = given;
  return { kind: 'service_principal', cloud, tenant, clientId, clientSecret };
};

describe('signing in as an application', () => {
  it('gives a session that opens to a token', async () => {
    const signIn = client();
    const answer = done(await signIn.start(principal('good'), bound));
    expect(answer).toMatchObject({
      kind: 'service_principal',
      cloud: 'public',
      tenantId: ids.contoso,
      who: credentials.good.clientId,
    });
    expect(JSON.stringify(answer)).not.toContain(secretMarker);
    const opened = signIn.open(answer.session, bound);
    expect(opened).toMatchObject({ cloud: 'public', tenantId: ids.contoso, who: answer.who });
    expect(opened.accessToken).toContain(secretMarker);
    expect(opened.expiresAt.toISOString()).toBe(answer.expiresAt);
  });

  it('keeps the secret out of a refusal that quotes it, in the code and in the words', async () => {
    const given = principal('good');
    const secret = credentials.good.clientSecret;
    const error = { error: `odd_${secret}`, error_description: `Not ${secret}, sorry.` };
    const quoting = clientAnswering(() => ({ status: 400, bodyAsText: JSON.stringify(error) }));
    const problem = await problemOf(quoting.start(given, bound));
    expect(problem).toMatchObject({ code: 'sign_in_failed', azure: { message: 'Not …, sorry.' } });
    expect(JSON.stringify(problem)).not.toContain(secret);
  });

  it('calls the token endpoint only', async () => {
    await client().start(principal('good'), bound);
    const paths = simulator()
      .called()
      .map((call) => call.split('?')[0]);
    const token = `POST login.microsoftonline.com/${ids.contoso}/oauth2/v2.0/token`;
    expect(paths).toEqual([token]);
  });

  it.each([
    ['usGovernment', 'us_government', ids.government],
    ['china', 'china', ids.china],
  ] as const)('works in %s', async (cloud, world, tenant) => {
    simulator().reset(world, 'instant');
    const given = { ...credentials.good, tenant };
    const signIn = { kind: 'service_principal', cloud, ...given } as const;
    expect(done(await client().start(signIn, bound))).toMatchObject({ cloud, tenantId: tenant });
  });

  it.each([
    ['wrongSecret', 'sign_in_wrong_secret', 'clientSecret', 'AADSTS7000215'],
    ['expiredSecret', 'sign_in_expired_secret', 'clientSecret', 'AADSTS7000222'],
    ['unknownApp', 'sign_in_unknown_app', 'clientId', 'AADSTS700016'],
    ['unknownTenant', 'sign_in_unknown_tenant', 'tenant', 'AADSTS90002'],
    ['malformedTenant', 'sign_in_unknown_tenant', 'tenant', 'AADSTS900023'],
    ['otherCloudTenant', 'sign_in_wrong_cloud', 'cloud', 'AADSTS90038'],
  ] as const)('fails with %s', async (name, code, field, aadsts) => {
    const problem = await problemOf(client().start(principal(name), bound));
    expect(problem).toMatchObject({ code, field, azure: { code: aadsts } });
    expect(problem.azure?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(problem)).not.toContain(secretMarker);
  });

  it('reports why Microsoft is unreachable', async () => {
    const busy = { status: 503, code: 'x', message: 'x' };
    simulator().state.faults = [{ match: { path: '/' }, times: 9, action: busy }];
    expect((await problemOf(client().start(principal('good'), bound))).code).toBe('azure_busy');
    simulator().state.faults = [{ match: { path: '/' }, times: 9, action: 'reset' }];
    expect(await problemOf(client().start(principal('good'), bound))).toMatchObject({
      code: 'azure_unreachable',
      detail: { host: 'login.microsoftonline.com' },
    });
  });
});

describe('an untrusted company proxy', () => {
  const untrusting = () =>
    client({ transport: (cloud) => createTransport({ cloud, proxyUrl: simulator().proxyUrl }) });

  it.each<[string, SignIn]>([
    ['application', principal('good')],
    ['person', { kind: 'device_code', cloud: 'public' }],
  ])('is named when an %s signs in', async (_, signIn) => {
    expect(await problemOf(untrusting().start(signIn, bound))).toMatchObject({
      code: 'azure_untrusted',
      detail: { host: 'login.microsoftonline.com' },
    });
  });
});

describe('signing in with a device code', () => {
  async function started(signIn: SignInClient, tenant?: string): Promise<DeviceCode> {
    const asked = { kind: 'device_code', cloud: 'public', tenant } as const;
    const answer = await signIn.start(asked, bound);
    if (answer.status !== 'device_code') throw new Error('There is no code.');
    return answer;
  }
  const decide = ({ userCode }: DeviceCode, decision: DeviceDecision, user?: string) =>
    expect(decideDeviceGrant(simulator().state, { userCode, decision, user })).toBeUndefined();

  it('shows a code, waits, and signs in', async () => {
    const signIn = client();
    const code = await started(signIn);
    expect(code.verificationUri).toBe('https://microsoft.com/devicelogin');
    expect(code.userCode).toMatch(/^[A-Z0-9]{9}$/);
    expect(JSON.stringify(code)).not.toContain(secretMarker);
    const pending = { status: 'pending', interval: code.interval };
    expect(await signIn.poll(code.session, bound)).toEqual(pending);
    decide(code, 'accept');
    const answer = done(await signIn.poll(code.session, bound));
    const who = credentials.deviceCode.user;
    expect(answer).toMatchObject({ kind: 'device_code', tenantId: ids.contoso, who });
    expect(signIn.open(answer.session, bound).accessToken).toContain(secretMarker);
  });

  it('requests no refresh token', async () => {
    const signIn = client();
    const code = await started(signIn);
    decide(code, 'accept');
    await signIn.poll(code.session, bound);
    expect(simulator().state.refreshTokens.size).toBe(0);
    expect(
      simulator()
        .requests.map(({ body }) => body)
        .join(),
    ).not.toContain('offline_access');
  });

  it('can be polled by any node with the same key', async () => {
    const code = await started(client());
    decide(code, 'accept');
    done(await client().poll(code.session, bound));
  });

  it.each([
    ['decline', 'device_code_declined'],
    ['expire', 'device_code_expired'],
  ] as const)('ends when Microsoft returns %s', async (decision, problem) => {
    const signIn = client();
    const code = await started(signIn);
    decide(code, decision);
    expect((await problemOf(signIn.poll(code.session, bound))).code).toBe(problem);
  });

  it.each([
    ['mfaRequired', 'sign_in_mfa_required'],
    ['conditionalAccess', 'sign_in_blocked_by_policy'],
    ['wrongAccount', 'sign_in_wrong_account'],
    ['consentMissing', 'sign_in_consent_missing'],
    ['publicClientDisabled', 'sign_in_public_client_disabled'],
  ] as const)('fails with %s', async (name, problem) => {
    const { clientId, user, tenant } = credentials[name];
    const signIn = client({ deviceCodeClientId: clientId });
    const code = await started(signIn, tenant);
    decide(code, 'accept', user);
    expect((await problemOf(signIn.poll(code.session, bound))).code).toBe(problem);
  });

  it('fails at once with an unknown tenant', async () => {
    const answer = problemOf(started(client(), credentials.unknownTenant.tenant));
    expect(await answer).toMatchObject({ code: 'sign_in_unknown_tenant', field: 'tenant' });
  });

  it('waits longer when told to slow down', async () => {
    const signIn = client();
    const code = await started(signIn);
    const slower = clientAnswering(() => ({ status: 400, bodyAsText: '{"error":"slow_down"}' }));
    const interval = code.interval + 5;
    expect(await slower.poll(code.session, bound)).toEqual({ status: 'pending', interval });
  });

  it('expires after its time, and only then', async () => {
    let now = Date.now();
    const signIn = client({ seal: createSeal('k'.repeat(32), () => now), now: () => now });
    const code = await started(signIn);
    now = Date.parse(code.expiresAt) - 1;
    expect((await signIn.poll(code.session, bound)).status).toBe('pending');
    now += 1;
    expect((await problemOf(signIn.poll(code.session, bound))).code).toBe('device_code_expired');
  });

  it('waits until the code expires when Conditional Access stops it on Microsoft’s page alone', async () => {
    const signIn = client();
    const code = await started(signIn);
    const { user } = credentials.blockedInBrowser;
    const decision = { userCode: code.userCode, decision: 'accept', user } as const;
    expect(decideDeviceGrant(simulator().state, decision)).toMatch(/cannot access/);
    expect((await signIn.poll(code.session, bound)).status).toBe('pending');
    simulator().state.skewMs = 16 * 60_000;
    const problem = await problemOf(signIn.poll(code.session, bound));
    expect(problem.code).toBe('device_code_expired');
  });

  it('refuses a verification page that is not Microsoft’s', async () => {
    const signIn = clientAnswering(({ bodyAsText }) => ({
      bodyAsText: bodyAsText?.replace('microsoft.com/', 'microsoft.com.evil.org/'),
    }));
    expect((await problemOf(started(signIn))).code).toBe('azure_host_refused');
  });

  it('does not open as a session, nor for another person', async () => {
    const signIn = client();
    const code = await started(signIn);
    expect(() => signIn.open(code.session, bound)).toThrow('session_unreadable');
    const other = { ...bound, user: 'realm/otto' };
    expect((await problemOf(signIn.poll(code.session, other))).code).toBe('session_unreadable');
  });
});

describe('signing in with a pasted token', () => {
  const paste = (accessToken: string): SignIn => ({
    ...{ kind: 'access_token', cloud: 'public', accessToken },
  });

  it('trusts the claims of the token', async () => {
    const signIn = client();
    const first = done(await signIn.start(principal('good'), bound));
    const { accessToken } = signIn.open(first.session, bound);
    simulator().requests.length = 0;
    const answer = done(await signIn.start(paste(` ${accessToken}\n`), bound));
    expect(answer).toMatchObject({ kind: 'access_token', who: first.who });
    expect(simulator().requests).toEqual([]);
  });

  it('refuses an invalid token', async () => {
    const problem = await problemOf(client().start(paste('hello'), bound));
    expect(problem).toEqual({ code: 'token_malformed', field: 'accessToken' });
  });
});

describe('signing in as the server', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });
  const asServer: SignIn = { kind: 'server_identity', cloud: 'public' };
  const enabled = { serverIdentityEnabled: true };

  it('is off by default', async () => {
    const { code } = await problemOf(client().start(asServer, bound));
    expect(code).toBe('server_identity_disabled');
  });

  it('uses the managed identity of the machine, never through a proxy', async () => {
    const signIn = client(enabled);
    const first = done(await signIn.start(principal('good'), bound));
    const { accessToken, expiresAt } = signIn.open(first.session, bound);
    const asked: string[] = [];
    const endpoint = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'application/json');
      const expires_on = String(expiresAt.getTime() / 1_000);
      response.end(JSON.stringify({ access_token: accessToken, expires_on, token_type: 'Bearer' }));
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
    const address = endpoint.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${port}/msi/token`;
    process.env.IDENTITY_HEADER = 'a-header';
    process.env.HTTPS_PROXY = simulator().proxyUrl;
    simulator().requests.length = 0;
    const answer = done(await signIn.start(asServer, bound));
    endpoint.close();
    expect(answer).toMatchObject({ kind: 'server_identity', who: first.who });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(encodeURIComponent('https://management.azure.com'));
    expect(simulator().requests).toEqual([]);
  });

  it('says so when the machine has no identity', async () => {
    process.env.IDENTITY_ENDPOINT = 'http://127.0.0.1:9/msi/token';
    process.env.IDENTITY_HEADER = 'a-header';
    process.env.AZURE_CLIENT_ID = 'f0000000-0000-4000-8000-000000000009';
    const { code } = await problemOf(client(enabled).start(asServer, bound));
    expect(code).toBe('server_identity_unavailable');
  });

  it('uses the workload identity of the cluster if there is one', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'federated-'));
    const file = join(dir, 'token');
    await writeFile(file, 'federated-token');
    process.env.AZURE_FEDERATED_TOKEN_FILE = file;
    process.env.AZURE_TENANT_ID = ids.contoso;
    process.env.AZURE_CLIENT_ID = credentials.good.clientId;
    const problem = await problemOf(client(enabled).start(asServer, bound));
    await rm(dir, { recursive: true });
    // This sign-in has none of the fields that Entra ID names.
    expect(problem).toMatchObject({
      code: 'server_identity_unavailable',
      azure: { code: 'AADSTS7000218' },
    });
    expect(problem.field).toBeUndefined();
    const sent = simulator().requests.find(({ body }) => body?.includes('client_assertion'));
    expect(sent?.body).toContain('federated-token');
  });
});
