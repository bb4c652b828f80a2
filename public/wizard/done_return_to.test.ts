import { returnPath, withBasePath } from './done_return_to';

const id = '5e0c1d1e';

test.each([
  ['/app/observabilityAIAssistant', '/app/observabilityAIAssistant?connectorId=5e0c1d1e'],
  ['/app/security/alerts?a=1#/x', '/app/security/alerts?a=1&connectorId=5e0c1d1e#/x'],
  ['/app/x?connectorId=old', '/app/x?connectorId=5e0c1d1e'],
  ['/s/sales/app/home', '/s/sales/app/home?connectorId=5e0c1d1e'],
])('%s leads back into Kibana', (returnTo, path) => {
  expect(returnPath(returnTo, id)).toBe(path);
});

test.each([
  null,
  '',
  'https://evil.example/app/x',
  '//evil.example/app/x',
  '/\\evil.example/app/x',
  '/app/\\evil.example',
  '/app//evil.example',
  '/app/../login',
  '/app/../../evil',
  '/app/%2e%2e/logout',
  '/login?next=/app/x',
  'app/x',
  'javascript:alert(1)',
  ' /app/x',
  `/app/${'x'.repeat(2_000)}`,
])('%j is not followed', (returnTo) => {
  expect(returnPath(returnTo, id)).toBeUndefined();
});

test.each([
  ['', '/app/x', '/app/x'],
  ['/base/s/sales', '/app/x', '/base/s/sales/app/x'],
  ['/base/s/sales', '/s/other/app/x', '/base/s/other/app/x'],
  ['/base', '/s/other/app/x', '/base/s/other/app/x'],
])('below %j, %s is %s', (basePath, path, expected) => {
  expect(withBasePath(basePath, path)).toBe(expected);
});
