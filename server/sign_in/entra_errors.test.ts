import { entraProblem, entraProblemInText, readStsError, type StsError } from './entra_errors';

const anError = (given: Partial<StsError>): StsError => ({
  error: 'invalid_grant',
  error_description: undefined,
  error_codes: [],
  correlation_id: undefined,
  timestamp: undefined,
  ...given,
});

describe('a refusal of Entra ID', () => {
  it.each([
    [7000215, 'sign_in_wrong_secret', 'clientSecret'],
    [7000222, 'sign_in_expired_secret', 'clientSecret'],
    [700016, 'sign_in_unknown_app', 'clientId'],
    [90002, 'sign_in_unknown_tenant', 'tenant'],
    [900023, 'sign_in_unknown_tenant', 'tenant'],
    [90038, 'sign_in_wrong_cloud', 'cloud'],
    [65001, 'sign_in_consent_missing', undefined],
    [90094, 'sign_in_consent_missing', undefined],
    [50076, 'sign_in_mfa_required', undefined],
    [50079, 'sign_in_mfa_required', undefined],
    [50158, 'sign_in_mfa_required', undefined],
    [53003, 'sign_in_blocked_by_policy', undefined],
    [50097, 'sign_in_blocked_by_policy', undefined],
    [50020, 'sign_in_wrong_account', undefined],
    [500011, 'sign_in_resource_unknown', undefined],
    [7000218, 'sign_in_public_client_disabled', undefined],
    [700082, 'session_expired', undefined],
    [70020, 'device_code_expired', undefined],
    [9001023, 'sign_in_tenant_needed', 'tenant'],
    [12345, 'sign_in_failed', undefined],
  ])('AADSTS%d is %s', (number, code, field) => {
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

  it('in trouble of its own is to be repeated', () => {
    expect(entraProblem(anError({ error: 'server_error' }), 503).code).toBe('azure_busy');
    expect(entraProblem(anError({ error: 'server_error' }), 429).code).toBe('azure_throttled');
  });

  it('keeps the words for support, without the ids in the sentence', () => {
    const { azure } = entraProblem(
      anError({
        error_codes: [7000215],
        error_description:
          'AADSTS7000215: Invalid client secret provided. Trace ID: t Correlation ID: c Timestamp: x',
        correlation_id: 'c',
        timestamp: '2026-11-02 09:15:00Z',
      }),
      401,
    );
    expect(azure).toEqual({
      code: 'AADSTS7000215',
      message: 'AADSTS7000215: Invalid client secret provided.',
      correlationId: 'c',
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
    expect(readStsError(body)).toBeUndefined();
  });
});
