import { pick, signIn } from '../arm_calls';
import { requestsThrough } from '../requests_through';
import type { Simulator } from '../simulator';
import { useSimulator } from '../use_simulator';
import { credentials, ids } from '../worlds/people';
import { secretMarker } from '../worlds/keys';
import { readAccessToken } from './access_token';

let simulator: Simulator;
let ask: ReturnType<typeof requestsThrough>;
useSimulator((started) => {
  simulator = started;
  ask = requestsThrough(simulator);
});
beforeEach(() => simulator.reset('empty', 'instant'));

const authority = 'https://login.microsoftonline.com';
const scope = 'https://management.azure.com/.default openid profile offline_access';

const startDevice = async (tenant: string, clientId: string) => {
  const { json } = await ask(`${authority}/${tenant}/oauth2/v2.0/devicecode`, {
    body: new URLSearchParams({ client_id: clientId, scope }).toString(),
  });
  return {
    userCode: String(pick(json, 'user_code')),
    deviceCode: String(pick(json, 'device_code')),
  };
};
const poll = (tenant: string, clientId: string, deviceCode: string, grant = 'device_code') =>
  ask(`${authority}/${tenant}/oauth2/v2.0/token`, {
    body: new URLSearchParams({
      grant_type: grant,
      client_id: clientId,
      device_code: deviceCode,
      client_info: '1',
    }).toString(),
  });
const decide = (body: Record<string, string>) =>
  fetch(`${simulator.controlUrl}/api/device`, { method: 'POST', body: JSON.stringify(body) });

describe('an application’s secret', () => {
  it('becomes a token with the audience, the tenant and the secret marker', async () => {
    const { status, json } = await signIn(ask, credentials.good);
    expect(status).toBe(200);
    const token = String(pick(json, 'access_token'));
    expect(token).toContain(secretMarker);
    expect(readAccessToken(token)).toMatchObject({
      aud: 'https://management.azure.com',
      tid: ids.contoso,
    });
    expect(pick(json, 'expires_in')).toBe(75 * 60);
  });

  it('is found by the tenant’s domain as well', async () => {
    const answer = await signIn(ask, { ...credentials.good, tenant: 'contoso.onmicrosoft.com' });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['wrongSecret', 401, 'invalid_client', 7000215],
    ['expiredSecret', 401, 'invalid_client', 7000222],
    ['unknownApp', 400, 'unauthorized_client', 700016],
    ['unknownTenant', 400, 'invalid_request', 90002],
    ['malformedTenant', 400, 'invalid_request', 900023],
    ['otherCloudTenant', 400, 'invalid_request', 90038],
  ] as const)('%s is refused as Entra ID does', async (name, status, error, code) => {
    const answer = await signIn(ask, credentials[name]);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ error, error_codes: [code] });
    expect(pick(answer.json, 'error_description')).toMatch(
      new RegExp(`^AADSTS${code}: .*Trace ID: .*Correlation ID: .*Timestamp: `),
    );
  });

  it('needs its tenant, and a resource of the cloud', async () => {
    const common = await signIn(ask, { ...credentials.good, tenant: 'common' });
    expect(pick(common.json, 'error_codes')).toEqual([9001023]);
    const elsewhere = await signIn(ask, credentials.good, {
      scope: 'https://management.usgovcloudapi.net/.default',
    });
    expect(elsewhere.json).toMatchObject({ error: 'invalid_resource', error_codes: [500011] });
  });

  it('works in the other clouds', async () => {
    simulator.reset('us_government');
    const answer = await signIn(
      ask,
      { ...credentials.good, tenant: ids.government },
      {
        authority: 'login.microsoftonline.us',
        scope: 'https://management.usgovcloudapi.net/.default',
      },
    );
    const authorization = `Bearer ${String(pick(answer.json, 'access_token'))}`;
    const locations = await ask(
      `https://management.usgovcloudapi.net/subscriptions/${ids.main}/locations?api-version=2022-12-01`,
      { headers: { authorization } },
    );
    expect(pick(locations.json, 'value', 0, 'name')).toBe('usgovvirginia');
  });
});

describe('a device code', () => {
  it('is pending until the person accepts, and valid once', async () => {
    const { tenant, clientId } = credentials.deviceCode;
    const { userCode, deviceCode } = await startDevice('organizations', clientId);
    const early = await poll('organizations', clientId, deviceCode);
    expect(early.status).toBe(400);
    expect(early.json).toMatchObject({ error: 'authorization_pending', error_codes: [70016] });

    const page = await fetch(`${simulator.controlUrl}/device`);
    expect(await page.text()).toContain('Ada Admin (ada@contoso.com)');
    const accepted = await fetch(`${simulator.controlUrl}/device`, {
      method: 'POST',
      body: new URLSearchParams({ code: userCode.toLowerCase(), decision: 'accept' }),
    });
    expect(await accepted.text()).toContain('You have signed in');

    const urn = 'urn:ietf:params:oauth:grant-type:device_code';
    const { status, json } = await poll('organizations', clientId, deviceCode, urn);
    expect(status).toBe(200);
    expect(readAccessToken(String(pick(json, 'access_token')))?.tid).toBe(tenant);
    expect(pick(json, 'refresh_token')).toContain(secretMarker);
    expect(pick(json, 'id_token')).toEqual(expect.any(String));
    expect(pick(json, 'client_info')).toEqual(expect.any(String));
    const again = await poll('organizations', clientId, deviceCode);
    expect(again.json).toMatchObject({ error: 'invalid_grant' });
  });

  it('gives a token again for its refresh token', async () => {
    const { tenant, clientId } = credentials.deviceCode;
    const { userCode, deviceCode } = await startDevice(tenant, clientId);
    await decide({ userCode, decision: 'accept' });
    const { json } = await poll(tenant, clientId, deviceCode);
    const refreshed = await ask(`${authority}/${tenant}/oauth2/v2.0/token`, {
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: String(pick(json, 'refresh_token')),
        scope,
      }).toString(),
    });
    expect(readAccessToken(String(pick(refreshed.json, 'access_token')))?.tid).toBe(tenant);
  });

  it.each([
    ['decline', 'authorization_declined', []],
    ['expire', 'expired_token', [70020]],
  ])('that ends with %s', async (decision, error, codes) => {
    const { tenant, clientId } = credentials.deviceCode;
    const { userCode, deviceCode } = await startDevice(tenant, clientId);
    await decide({ userCode, decision });
    const answer = await poll(tenant, clientId, deviceCode);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error, error_codes: codes });
  });

  it('expires after 15 minutes', async () => {
    const { tenant, clientId } = credentials.deviceCode;
    const { deviceCode } = await startDevice(tenant, clientId);
    simulator.state.skewMs = 15 * 60 * 1_000;
    expect((await poll(tenant, clientId, deviceCode)).json).toMatchObject({
      error: 'expired_token',
    });
  });

  it.each([
    ['mfaRequired', 50076],
    ['conditionalAccess', 53003],
    ['wrongAccount', 50020],
    ['consentMissing', 65001],
    ['publicClientDisabled', 7000218],
  ] as const)('%s ends with the number that Entra ID gives it', async (name, code) => {
    const { tenant, clientId, user } = credentials[name];
    const { userCode, deviceCode } = await startDevice(tenant, clientId);
    await decide({ userCode, decision: 'accept', user });
    expect(pick((await poll(tenant, clientId, deviceCode)).json, 'error_codes')).toEqual([code]);
  });

  it('is unknown for another application', async () => {
    const { tenant, clientId } = credentials.deviceCode;
    const answer = await poll(tenant, clientId, 'something else');
    expect(answer.json).toMatchObject({ error: 'bad_verification_code' });
  });

  it('that is wrong shows an error on the page', async () => {
    const answer = await fetch(`${simulator.controlUrl}/device`, {
      method: 'POST',
      body: new URLSearchParams({ code: 'WRONG', decision: 'accept' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/role="alert".*That code did not work/);
  });
});
