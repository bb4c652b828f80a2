import type { TargetSpec } from '../../../core/targets/target';
import { isAsSpecified, settingsOf, taskType, toExisting, type Settings } from './endpoint_config';

const clientId = '0c8f5f36-aaaa-4bbb-8ccc-0123456789ab';
const tenantId = '7d0f2a34-aaaa-4bbb-8ccc-0123456789ab';
const spec: TargetSpec = {
  id: 'azure-openai-chat-0c8f5f36',
  name: 'unused',
  url: 'https://team.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2025-04-01-preview',
  auth: { tenantId, clientId, clientSecret: 'unused' },
  modelName: 'gpt-5.2',
};
const stored: Settings = {
  resource_name: 'team',
  deployment_id: 'chat',
  api_version: '2025-04-01-preview',
  client_id: clientId,
  tenant_id: tenantId,
};

test.each(['resource_name', 'deployment_id', 'client_id', 'tenant_id'] as const)(
  'isAsSpecified ignores the case of %s',
  (name) => {
    expect(isAsSpecified({ ...stored, [name]: stored[name]?.toUpperCase() }, spec)).toBe(true);
  },
);

test('isAsSpecified is true when Elasticsearch does not show the tenant', () => {
  const { tenant_id: _tenantId, ...found } = stored;
  expect(isAsSpecified(found, spec)).toBe(true);
});

test('isAsSpecified is false when the endpoint signs in with a key and shows a tenant', () => {
  const key: TargetSpec = { ...spec, auth: { apiKey: 'unused' } };
  const { client_id: _clientId, ...found } = stored;
  expect(isAsSpecified(found, key)).toBe(false);
});

test.each(['resource_name', 'deployment_id', 'api_version', 'client_id', 'tenant_id'])(
  'isAsSpecified is false when %s differs',
  (name) => {
    expect(isAsSpecified({ ...stored, [name]: 'other' }, spec)).toBe(false);
  },
);

test('isAsSpecified is false when the endpoint signs in with a key', () => {
  const { client_id: _clientId, ...found } = stored;
  expect(isAsSpecified(found, spec)).toBe(false);
});

test.each([
  'evil.example/x?',
  'evil.example#',
  'user@evil.example/',
  'team:8443/',
  '',
  'two words',
])('toExisting knows no URL when the resource is named %j', (name) => {
  expect(toExisting('id', { ...stored, resource_name: name })).not.toHaveProperty('url');
});

test('settingsOf is undefined when no URL can hold the name of the deployment', () => {
  const info = { inference_id: 'id', service: 'azureopenai', task_type: taskType };
  const settings = { ...stored, deployment_id: '\ud800' };
  expect(settingsOf({ ...info, service_settings: settings })).toBeUndefined();
  expect(settingsOf({ ...info, service_settings: stored })).toEqual(stored);
});
