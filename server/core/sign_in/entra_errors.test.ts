import { entraProblem as problemOf, entraProblemInText, readStsError } from './entra_errors';

const url = 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token';
const entraProblem = (body: unknown, status: number) => problemOf(body, status, url);
const correlationId = '0bd7d9c1-3c4f-4b62-9f3b-0d0d6c1a5f10';

const anError = (given: object) => ({ error: 'invalid_grant', error_codes: [], ...given });

/** By problem and field: the numbers of Entra ID that mean it. */
const meanings = [
  ['sign_in_wrong_secret', 'clientSecret', [7000215]],
  ['sign_in_expired_secret', 'clientSecret', [7000222]],
  ['sign_in_unknown_app', 'clientId', [700016]],
  ['sign_in_unknown_tenant', 'tenant', [90002, 900023, 50128]],
  ['sign_in_wrong_cloud', 'cloud', [90038]],
  ['sign_in_consent_missing', undefined, [65001, 90094]],
  ['sign_in_mfa_required', undefined, [50076, 50079, 50072, 50158]],
  [
    'sign_in_blocked_by_policy',
    undefined,
    [
      50005, 50131, 53000, 53004, 53011, 530001, 530002, 530003, 530021, 530033, 530035, 53003,
      50097,
    ],
  ],
  ['sign_in_tenant_needed', 'tenant', [50194, 9001023]],
  ['sign_in_wrong_account', undefined, [50020]],
  ['sign_in_resource_unknown', undefined, [500011]],
  ['sign_in_public_client_disabled', undefined, [7000218]],
  ['session_expired', undefined, [700082]],
  ['device_code_expired', undefined, [70020]],
  ['sign_in_failed', undefined, [12345]],
] as const;

describe('a refusal of Entra ID', () => {
  it.each(
    meanings.flatMap(([code, field, numbers]) =>
      numbers.map((number) => [number, code, field] as const),
    ),
  )('AADSTS%d is %s', (number, code, field) => {
    const byNumber = entraProblem(anError({ error_codes: [number] }), 400);
    expect([byNumber.code, byNumber.field]).toEqual([code, field]);
    const byText = entraProblem(anError({ error_description: `AADSTS${number}: Sorry.` }), 400);
    expect([byText.code, byText.field]).toEqual([code, field]);
  });

  it.each([
    ['authorization_declined', 'device_code_declined'],
    ['expired_token', 'device_code_expired'],
    ['bad_verification_code', 'device_code_unknown'],
    ['invalid_grant', 'sign_in_failed'],
  ])('%s is %s', (error, code) => {
    expect(entraProblem(anError({ error }), 400).code).toBe(code);
  });

  it('because of a service failure is temporary', () => {
    expect(entraProblem(anError({ error: 'server_error' }), 503).code).toBe('azure_busy');
    expect(entraProblem(anError({ error: 'server_error' }), 429).code).toBe('azure_throttled');
  });

  it('keeps the message for support, without ids', () => {
    const { azure } = entraProblem(
      anError({
        error_codes: [7000215],
        error_description:
          'AADSTS7000215: Invalid client secret provided. Trace ID: t Correlation ID: c Timestamp: x',
        correlation_id: correlationId,
        timestamp: '2026-11-02 09:15:00Z',
      }),
      401,
    );
    expect(azure).toEqual({
      code: 'AADSTS7000215',
      message: 'AADSTS7000215: Invalid client secret provided.',
      correlationId,
      at: '2026-11-02T09:15:00.000Z',
    });
  });

  it('is recognized in a sentence of a library', () => {
    const text =
      'invalid_client: Error(s): 7000222 - Description: AADSTS7000222: The keys expired.';
    expect(entraProblemInText(text)).toEqual({
      code: 'sign_in_expired_secret',
      field: 'clientSecret',
    });
    expect(entraProblemInText('something else')).toBeUndefined();
  });

  it.each([[undefined], ['<html>'], [{ access_token: 'x' }], [[]]])('is not %p', (body) => {
    expect(readStsError(body, 400)).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'with the inherited property name %s has no known meaning',
    (error) => {
      expect(entraProblem(JSON.parse(JSON.stringify({ error })), 400)).toEqual({
        code: 'sign_in_failed',
        azure: { code: error },
      });
    },
  );

  it.each([
    [403, undefined, 'answer_not_azure'],
    [403, { error: 'blocked' }, 'answer_not_azure'],
    [404, [], 'answer_not_azure'],
    [200, { hello: 'world' }, 'answer_not_azure'],
    [407, undefined, 'proxy_authentication_required'],
    [502, undefined, 'gateway_unavailable'],
    [503, { error: { code: 'x' } }, 'azure_busy'],
  ])('with the status %d and the body %j has its meaning', (status, body, code) => {
    expect(entraProblem(body, status).code).toBe(code);
  });

  it('is kept within bounds, regardless of its content', () => {
    const { azure } = entraProblem(
      {
        error: `x\r\n${'y'.repeat(100_000)}`,
        error_description: `\u202e${'z'.repeat(100_000)}`,
        error_codes: [1e300, -1, 0.5],
        correlation_id: 'c'.repeat(100_000),
        timestamp: 't'.repeat(100_000),
      },
      400,
    );
    expect(JSON.stringify(azure).length).toBeLessThan(2_200);
    expect(JSON.stringify(azure)).not.toMatch(/\\r|\\n|\u202e|e\+300/);
  });
});
