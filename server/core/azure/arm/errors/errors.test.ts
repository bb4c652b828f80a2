import { createHttpHeaders, createPipelineRequest, RestError } from '@azure/core-rest-pipeline';
import { SetupError, valuesOf } from '../../../../../common/problem';
import type { Operation } from './error_codes';
import { orAbsent, toSetupError, translating } from './errors';

const url =
  'https://management.azure.com/subscriptions/s/providers/Microsoft.CognitiveServices/skus?api-version=1';
const request = createPipelineRequest({
  url,
  headers: createHttpHeaders({ authorization: 'Bearer the-token' }),
});

function refused(status: number, body: unknown, headers: Record<string, string> = {}): RestError {
  const bodyAsText = typeof body === 'string' ? body : JSON.stringify(body);
  const response = { status, headers: createHttpHeaders(headers), request, bodyAsText };
  // The SDK's message can quote the whole body.
  return new RestError(`Error: ${bodyAsText}`, { statusCode: status, request, response });
}

const withCode = (code: string, message = 'Sorry.') => ({ error: { code, message } });

describe('a refusal of ARM', () => {
  it.each<[number, string, string, string?]>([
    [401, 'InvalidAuthenticationToken', 'token_rejected'],
    [401, 'ExpiredAuthenticationToken', 'session_expired'],
    [401, 'InvalidAuthenticationTokenTenant', 'token_wrong_tenant'],
    [401, 'AuthenticationFailed', 'token_rejected'],
    [403, 'AuthorizationFailed', 'authorization_failed'],
    [403, 'RequestDisallowedByPolicy', 'policy_denied'],
    [403, 'RequestDisallowedByAzure', 'region_closed', 'location'],
    [404, 'SubscriptionNotFound', 'subscription_not_found', 'subscriptionId'],
    [404, 'ResourceGroupNotFound', 'resource_group_not_found', 'resourceGroup'],
    [404, 'ResourceNotFound', 'resource_not_found'],
    [404, 'ParentResourceNotFound', 'resource_not_found'],
    [409, 'MissingSubscriptionRegistration', 'provider_not_registered'],
    [409, 'InvalidResourceGroupLocation', 'resource_group_location_conflict', 'location'],
    [409, 'InvalidResourceLocation', 'account_location_conflict', 'accountName'],
    [400, 'LocationNotAvailableForResourceType', 'location_not_available', 'location'],
    [409, 'ReadOnlyDisabledSubscription', 'subscription_disabled', 'subscriptionId'],
    [409, 'ScopeLocked', 'scope_locked'],
    [403, 'DenyAssignmentAuthorizationFailed', 'deny_assignment'],
    [409, 'CannotDeleteResource', 'resource_not_empty'],
    [429, 'TooManyRequests', 'azure_throttled'],
    [429, 'SubscriptionRequestsThrottled', 'azure_throttled'],
    [400, 'MissingApiVersionParameter', 'azure_api_version'],
    [400, 'InvalidApiVersionParameter', 'azure_api_version'],
    [400, 'NoRegisteredProviderFound', 'azure_api_version'],
    [409, 'FlagMustBeSetForRestore', 'account_soft_deleted', 'accountName'],
    [409, 'CustomDomainInUse', 'subdomain_taken', 'customSubDomainName'],
    [409, 'RequestConflict', 'account_busy'],
    [409, 'AccountProvisioningStateInvalid', 'account_busy'],
    [400, 'SkuNotEligible', 'account_not_supported', 'location'],
    [400, 'ReservedResourceName', 'invalid_request', 'accountName'],
    [400, 'InvalidSku', 'account_not_supported', 'location'],
    [400, 'InvalidKind', 'account_not_supported', 'kind'],
    [400, 'InvalidSubdomainName', 'subdomain_invalid', 'customSubDomainName'],
    [400, 'QuotaExceeded', 'account_limit_reached', 'location'],
    [400, 'AccountQuotaExceeded', 'account_limit_reached', 'location'],
    [403, '715-123420', 'subscription_flagged'],
    [400, 'InsufficientQuota', 'insufficient_quota', 'capacity'],
    [400, 'DeploymentModelNotSupported', 'model_not_offered', 'modelName'],
    [400, 'ServiceModelDeprecating', 'model_deprecating', 'modelVersion'],
    [400, 'ServiceModelDeprecated', 'model_deprecated', 'modelVersion'],
    [400, 'InvalidCapacityRange', 'capacity_not_supported', 'capacity'],
    [400, 'NeverHeardOf', 'azure_error'],
    [400, 'constructor', 'azure_error'],
  ])('%d %s is %s', (status, arm, code, field: string | undefined = undefined) => {
    const { problem } = toSetupError(refused(status, withCode(arm)));
    expect([problem.code, problem.field, problem.azure?.code]).toEqual([code, field, arm]);
  });

  it.each<[Operation, string, string, string | undefined]>([
    ['account', 'SpecialFeatureOrQuotaIdRequired', 'subscription_not_eligible', 'subscriptionId'],
    ['deployment', 'SpecialFeatureOrQuotaIdRequired', 'model_access_required', 'modelName'],
    ['account', 'InvalidResourceProperties', 'account_not_supported', 'location'],
    ['deployment', 'InvalidResourceProperties', 'deployment_type_not_supported', 'deploymentType'],
    ['account', 'InsufficientQuota', 'account_limit_reached', 'location'],
    ['deployment', 'InsufficientQuota', 'insufficient_quota', 'capacity'],
    ['key', 'BadRequest', 'keys_disabled', undefined],
    ['account', 'BadRequest', 'azure_error', undefined],
  ])('of the operation %s: %s is %s', (operation, arm, code, field) => {
    const { problem } = toSetupError(refused(400, withCode(arm)), {}, operation);
    expect([problem.code, problem.field, problem.azure?.code]).toEqual([code, field, arm]);
  });

  it.each([
    [401, 'token_rejected'],
    [403, 'authorization_failed'],
    [404, 'azure_error'],
    [408, 'azure_busy'],
    [418, 'azure_error'],
    [429, 'azure_throttled'],
    [500, 'azure_busy'],
    [503, 'azure_busy'],
  ])('%d without a body is %s', (status, code) => {
    const headers = { 'x-ms-request-id': 'r-1' };
    expect(toSetupError(refused(status, '', headers)).problem.code).toBe(code);
    expect(toSetupError(refused(status, withCode('NeverHeardOf'))).problem.code).toBe(code);
  });

  const foreign: [string, unknown][] = [
    ['a page', '<html>Access denied</html>'],
    ['a text', 'Access denied'],
    ['no word and no id of a request', ''],
    ['an empty object', {}],
    ['a list', []],
    ['JSON of another service', { error: 'not_found', message: 'No route.' }],
    ['a code that is a number', { error: { code: 404, message: 'Not found.' } }],
    ['a status and a message', { statusCode: 404, message: 'Resource not found' }],
    ['null', null],
  ];
  it.each(foreign)('with %s is not an answer from Azure, regardless of its status', (_, body) => {
    const detail = { host: 'management.azure.com' };
    for (const status of [400, 401, 403, 404, 409, 418]) {
      expect(toSetupError(refused(status, body)).problem).toEqual({
        code: 'answer_not_azure',
        detail: { ...detail, status },
      });
    }
    if (body === '') return;
    for (const status of [408, 429, 500, 502, 503, 504]) {
      expect(toSetupError(refused(status, body)).problem).toEqual({
        code: 'gateway_unavailable',
        detail: { ...detail, status },
      });
    }
  });

  it('is found in nested errors', () => {
    const inner = { code: 'InsufficientQuota', message: 'no room', details: null };
    const wrapped = {
      error: {
        code: 'InvalidTemplateDeployment',
        message: 'outer',
        details: [{ code: 'Whatever' }, { code: 'DeploymentFailed', details: [inner] }],
      },
    };
    expect(toSetupError(refused(400, wrapped)).problem).toEqual({
      code: 'insufficient_quota',
      field: 'capacity',
      azure: { code: 'InsufficientQuota', message: 'no room' },
    });
  });

  it.each([
    ['Microsoft.CognitiveServices', 'provider_not_registered'],
    ['microsoft.policyinsights', 'policies_unreadable'],
    ['Microsoft.Storage', 'azure_error'],
  ])('of a provider is about the namespace that it names: %s', (target, code) => {
    const error = {
      code: 'MissingSubscriptionRegistration',
      message: 'Register it.',
      details: [{ code: 'MissingSubscriptionRegistration', target, message: 'Register it.' }],
    };
    expect(toSetupError(refused(409, { error })).problem.code).toBe(code);
  });

  it('is read without its envelope, as old answers are', () => {
    const bare = { code: 'ResourceGroupNotFound', message: 'gone' };
    expect(toSetupError(refused(404, bare)).problem.code).toBe('resource_group_not_found');
  });

  it('keeps the details for support', () => {
    const headers = {
      'x-ms-correlation-request-id': 'c-1',
      date: 'Mon, 02 Nov 2026 09:15:00 GMT',
    };
    const { problem } = toSetupError(refused(409, withCode('RequestConflict', 'wait'), headers));
    expect(problem.azure).toEqual({
      code: 'RequestConflict',
      message: 'wait',
      correlationId: 'c-1',
      at: '2026-11-02T09:15:00.000Z',
    });
  });

  it('has the wait of a throttled caller', () => {
    const { problem } = toSetupError(refused(429, '', { 'retry-after': '17' }));
    expect(problem).toEqual({ code: 'azure_throttled', detail: { seconds: 17 } });
  });

  it.each([
    [
      'InsufficientQuota',
      'This operation require 80 new capacity in quota Tokens Per Minute (thousands) - gpt-4o, which is bigger than the current available capacity 30. The current quota usage is 420 and the quota limit is 450 for quota Tokens Per Minute (thousands) - gpt-4o.',
      { needed: 80, free: 30, used: 420, limit: 450 },
    ],
    [
      'AuthorizationFailed',
      "The client 'elena' with object id 'o-1' does not have authorization to perform action 'Microsoft.CognitiveServices/accounts/write' over scope '/subscriptions/s/resourceGroups/g' or the scope is invalid.",
      {
        principal: 'o-1',
        action: 'Microsoft.CognitiveServices/accounts/write',
        scope: '/subscriptions/s/resourceGroups/g',
      },
    ],
    [
      'InvalidAuthenticationTokenTenant',
      "The access token is from the wrong issuer 'https://sts.windows.net/a/'. It must match the tenant 'https://sts.windows.net/b/' associated with this subscription.",
      { tenant: 'b' },
    ],
    [
      'InvalidResourceGroupLocation',
      "The provided resource group location 'westus' is not the same as the existing resource group location 'eastus'.",
      { location: 'eastus' },
    ],
    [
      'InvalidResourceLocation',
      "The resource 'x' already exists in location 'eastus' in resource group 'g'. A resource with the same name cannot be created in location 'westus'.",
      { location: 'eastus' },
    ],
    [
      'MissingSubscriptionRegistration',
      "The subscription is not registered to use namespace 'Microsoft.CognitiveServices'.",
      { namespace: 'Microsoft.CognitiveServices' },
    ],
    ['InsufficientQuota', 'Es fehlt Kontingent.', undefined],
  ])('%s has its details', (armCode, message, detail) => {
    expect(toSetupError(refused(400, withCode(armCode, message))).problem.detail).toEqual(detail);
  });

  it('names the policies', () => {
    const info = { policyDefinitionDisplayName: 'No AI', policyAssignmentName: 'corp' };
    const error = {
      code: 'RequestDisallowedByPolicy',
      additionalInfo: [{ type: 'PolicyViolation', info }, 'garbage'],
    };
    const { problem } = toSetupError(refused(403, { error }));
    expect(problem.detail).toEqual({ policy: 'No AI', assignment: 'corp' });
  });

  it('names a limited number of policies', () => {
    const additionalInfo = Array.from({ length: 400 }, (_, index) => ({
      type: 'PolicyViolation',
      info: { policyDefinitionDisplayName: `Policy ${index} ${'x'.repeat(1_000)}` },
    }));
    const error = { code: 'RequestDisallowedByPolicy', additionalInfo };
    const { problem } = toSetupError(refused(403, { error }));
    expect(String(valuesOf(problem).policy).length).toBeLessThanOrEqual(1_100);
  });

  it('is read to a limited depth', () => {
    const nested = `${'{"details":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    const body = `{"error":{"code":"NeverHeardOf","details":[${nested}]}}`;
    expect(toSetupError(refused(400, body)).problem.code).toBe('azure_error');
  });

  it('has the parameters of the verb', () => {
    const target = { accountName: 'a', resourceGroup: 'g', location: 'eastus' };
    const { problem } = toSetupError(refused(409, withCode('FlagMustBeSetForRestore')), target);
    expect(problem.detail).toEqual({ name: 'a', resourceGroup: 'g', location: 'eastus' });
  });
});

describe('a refusal that quotes what it was sent', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL21hbmFnZW1lbnQi.c2lnbmF0dXJl-_';
  const key = `${'Ab1'.repeat(24)}AAABACOGz1aB`;
  it.each([
    [`The token '${jwt}' is not valid.`, jwt],
    [`The token ${jwt.slice(0, 60)}`, jwt.slice(0, 60)],
    ['authorization: Bearer an-opaque-token', 'an-opaque-token'],
    [`api-key ${key} refused`, key],
    ['key 0123456789abcdef0123456789ABCDEF refused', '0123456789abcdef0123456789ABCDEF'],
    ['{"client_secret":"wL~8Q.x","a":1}', 'wL~8Q.x'],
    ['client_secret=wL~8Q.x&grant_type=y', 'wL~8Q.x'],
    ['device_code=DAQABAAEAAAD&x=y', 'DAQABAAEAAAD'],
  ])('keeps no secret: %s', (message, secret) => {
    const whole = JSON.stringify(toSetupError(refused(400, withCode('Odd', message))));
    expect(whole).toContain('Odd');
    expect(whole).not.toContain(secret);
    const named = `perform action '${message.replaceAll("'", '')}' over scope '/s'`;
    const about = toSetupError(refused(403, withCode('AuthorizationFailed', named)));
    expect(JSON.stringify(about)).not.toContain(secret);
    const coded = toSetupError(refused(400, withCode(message)));
    expect(JSON.stringify(coded)).not.toContain(secret);
  });

  it('keeps names and ids', () => {
    const message =
      "The client 'x@contoso.com' with object id '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11' may not" +
      " do 'Microsoft.CognitiveServices/accounts/write' at /subscriptions/0c8f5f36/resourceGroups/rg.";
    expect(toSetupError(refused(400, withCode('Odd', message))).problem.azure?.message).toBe(
      message,
    );
  });

  it('is truncated before it is parsed', () => {
    const scope = `over scope '${'x'.repeat(100_000)}'`;
    const { problem } = toSetupError(refused(403, withCode('AuthorizationFailed', scope)));
    expect(JSON.stringify(problem).length).toBeLessThan(5_000);
  });
});

describe('other failures', () => {
  it('never carry a token or a body that could not be read', () => {
    const keys = '{"key1":"top-secret","key2":';
    for (const body of [keys, withCode('RequestConflict')]) {
      const error = toSetupError(refused(200, body));
      expect(JSON.stringify(error.problem)).not.toMatch(/top-secret|the-token/);
      expect(error.cause).toBeUndefined();
    }
    expect(toSetupError(refused(200, keys)).problem.code).toBe('answer_not_azure');
  });

  it.each([
    ['ECONNREFUSED', 'azure_unreachable'],
    ['ENOTFOUND', 'azure_unreachable'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'azure_untrusted'],
    ['CERT_HAS_EXPIRED', 'azure_untrusted'],
  ])('%s is %s', (reason, code) => {
    expect(toSetupError(new RestError('x', { code: reason, request })).problem).toEqual({
      code,
      detail: { host: 'management.azure.com', reason },
    });
  });

  it('keep a programming error with its stack', () => {
    const mistake = new TypeError('undefined is not a function');
    const error = toSetupError(mistake);
    expect(error.problem).toEqual({ code: 'unexpected' });
    expect(error.cause).toBe(mistake);
  });

  it('pass on a problem unchanged', () => {
    const problem = { code: 'azure_host_refused' } as const;
    expect(toSetupError(new SetupError(problem)).problem).toEqual(problem);
  });

  it('are undefined only for absence', async () => {
    const ask = (code: string) =>
      orAbsent(translating({}, () => Promise.reject(refused(404, withCode(code)))));
    await expect(ask('ResourceNotFound')).resolves.toBeUndefined();
    await expect(ask('ResourceGroupNotFound')).resolves.toBeUndefined();
    await expect(ask('NeverHeardOf')).rejects.toMatchObject({ problem: { code: 'azure_error' } });
    await expect(ask('SubscriptionNotFound')).rejects.toMatchObject({
      problem: { code: 'subscription_not_found' },
    });
  });
});
