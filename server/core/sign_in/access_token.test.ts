import { SetupError, type Problem } from '../../../common/problem';
import type { Cloud } from '../../../common/sign_in';
import { readAccessToken } from './access_token';

const now = Date.parse('2026-11-20T10:00:00Z');
const inMinutes = (minutes: number) => now / 1_000 + minutes * 60;
const tid = '8a3c1f7e-1f7a-4d0c-9a51-2f6c7f1e0a01';
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const aToken = (claims: object) =>
  [
    part({ alg: 'RS256' }),
    part({ aud: 'https://management.azure.com', tid, exp: inMinutes(60), ...claims }),
    'signature',
  ].join('.');

function problemOf(token: string, cloud: Cloud = 'public'): Problem | undefined {
  try {
    readAccessToken(token, cloud, now);
  } catch (error) {
    if (error instanceof SetupError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('an access token', () => {
  it('has tenant, principal and expiry', () => {
    expect(readAccessToken(aToken({ upn: 'elena@contoso.com', oid: 'x' }), 'public', now)).toEqual({
      tenantId: tid,
      who: 'elena@contoso.com',
      expiresAt: new Date('2026-11-20T11:00:00Z'),
      principal: { id: 'elena@contoso.com', name: 'elena@contoso.com', type: 'User' },
    });
  });

  const oid = 'd0000000-0000-4000-8000-000000000001';
  const elena = 'elena@contoso.com';
  const guest = 'elena_contoso.com#EXT#@fabrikam.com';
  const otto = 'live.com#otto@outlook.com';
  const own = `https://sts.windows.net/${tid}/`;
  const another = 'https://sts.windows.net/another/';
  it.each([
    ['a member', { upn: elena, oid, scp: 'x' }, [elena, elena, 'User']],
    [
      'a member of the own directory',
      { upn: elena, oid, scp: 'x', idp: own },
      [elena, elena, 'User'],
    ],
    ['a guest', { unique_name: elena, oid, scp: 'x', idp: another }, [oid, elena, 'User']],
    ['a guest with a name here', { upn: guest, oid, idtyp: 'user' }, [oid, guest, 'User']],
    [
      'a personal account',
      { unique_name: otto, oid, idp: 'live.com', scp: 'x' },
      [oid, otto, 'User'],
    ],
    ['an application', { appid: 'app', oid, idtyp: 'app' }, [oid, 'app', 'ServicePrincipal']],
    ['an application without a type', { appid: 'app', oid }, [oid, 'app', 'ServicePrincipal']],
    ['no application without an object id', { appid: 'app' }, undefined],
    ['no guest with an odd object id', { unique_name: elena, oid: "'; rm", scp: 'x' }, undefined],
  ])('names %s for role assignments', (_what, claims, expected) => {
    const { principal } = readAccessToken(aToken(claims), 'public', now);
    expect(principal && [principal.id, principal.name, principal.type]).toEqual(expected);
  });

  it.each([
    [{ unique_name: 'live.com#otto' }, 'live.com#otto'],
    [{ preferred_username: 'otto@contoso.com', oid: 'x' }, 'otto@contoso.com'],
    [{ appid: 'an-application', oid: 'x' }, 'an-application'],
    [{ azp: 'an-application' }, 'an-application'],
    [{ oid: 'only-this' }, 'only-this'],
  ])('names the principal of %j', (claims, who) => {
    expect(readAccessToken(aToken(claims), 'public', now).who).toBe(who);
  });

  it.each([
    'https://management.azure.com/',
    'https://management.core.windows.net/',
    'https://management.core.windows.net',
  ])('can be for %s', (aud) => {
    expect(problemOf(aToken({ aud }))).toBeUndefined();
  });

  it('for something else in Azure is refused', () => {
    const graph = aToken({ aud: 'https://graph.microsoft.com' });
    expect(problemOf(graph)).toEqual({ code: 'token_wrong_audience', field: 'accessToken' });
  });

  it('for a look-alike of the audience is refused', () => {
    const alike = aToken({ aud: 'https://management.azure.com.example.org' });
    expect(problemOf(alike)?.code).toBe('token_wrong_audience');
  });

  it('of another cloud is a problem of the cloud', () => {
    const chinese = aToken({ aud: 'https://management.chinacloudapi.cn' });
    expect(problemOf(chinese)).toEqual({ code: 'sign_in_wrong_cloud', field: 'cloud' });
    expect(problemOf(chinese, 'china')).toBeUndefined();
  });

  it.each([
    [-60, 'token_expired'],
    [4.9, 'token_expired'],
    [5, undefined],
  ])('that ends in %d minutes: %s', (minutes, code) => {
    expect(problemOf(aToken({ exp: inMinutes(minutes) }))?.code).toBe(code);
  });

  it.each([
    ['no token', 'hello'],
    ['an opaque token', 'EwBwA8l6BAAU'],
    ['two parts', aToken({}).split('.').slice(0, 2).join('.')],
    ['four parts', `${aToken({})}.more`],
    ['no JSON inside', 'a.b.c'],
    ['JSON that is no object', `a.${part([1])}.c`],
    ['no tenant', aToken({ tid: undefined })],
    ['a tenant that is no id', aToken({ tid: '../../evil' })],
    ['no end', aToken({ exp: undefined })],
    ['an end that is no number', aToken({ exp: 'tomorrow' })],
    ['an end that no calendar has', aToken({ exp: 1e300 })],
    ['an end after the year 9999', aToken({ exp: 253_402_300_800 })],
    ['an end before its beginning', aToken({ exp: -1 })],
  ])('is malformed: %s', (_, token) => {
    expect(problemOf(token)).toEqual({ code: 'token_malformed', field: 'accessToken' });
  });
});
