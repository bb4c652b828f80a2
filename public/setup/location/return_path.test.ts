import { returnPath } from './return_path';

const id = '5e0c1d1e';

test.each([
  ['/app/observabilityAIAssistant', '/app/observabilityAIAssistant?connectorId=5e0c1d1e'],
  ['/app/security/alerts?a=1#/x', '/app/security/alerts?a=1&connectorId=5e0c1d1e#/x'],
  ['/app/x?connectorId=old', '/app/x?connectorId=5e0c1d1e'],
  ['/app/x?next=//evil.example', '/app/x?next=%2F%2Fevil.example&connectorId=5e0c1d1e'],
  ['/app/discover#/view/a%20b', '/app/discover?connectorId=5e0c1d1e#/view/a%20b'],
])('returnPath leads back into Kibana when it is given %s', (returnTo, path) => {
  expect(returnPath(returnTo, id)).toBe(path);
});

test.each([
  ['/base/s/sales', '/s/sales/app/home'],
  ['/s/sales', '/s/sales/app/home'],
  ['/base', '/s/default/app/home'],
  ['', '/s/default/app/home'],
])('returnPath takes a path that names the present space when Kibana is at %j', (base, path) => {
  expect(returnPath(path, id, base)).toBe('/app/home?connectorId=5e0c1d1e');
});

test.each([
  null,
  '',
  'https://evil.example/app/x',
  '//evil.example/app/x',
  '/\\evil.example/app/x',
  '/app/\\evil.example',
  '/app//evil.example',
  '/app/x//evil.example',
  '/app/../login',
  '/app/../../evil',
  '/app/x/../../logout',
  '/app/x/./y',
  '/app/%2e%2e/logout',
  '/app/x/%2E%2E/%2e%2e/logout',
  '/app/x/.%2e/logout',
  '/app/x%2f..%2flogout',
  '/app/x%5c..%5clogout',
  '/app/%252e%252e/logout',
  '/app/x/%00',
  '/app/\t/evil.example',
  '/app/x\n/y',
  '/login?next=/app/x',
  '/logout',
  '/api/security/logout',
  '/s/x/logout',
  '/s/x/api/security/logout',
  '/s/sales/logout',
  '/s/sales/app/../logout',
  '/s/sales/s/other/app/x',
  '/s/other/app/x',
  '/s/sales',
  '/s//app/x',
  '/app/r?l=SOME_LOCATOR&p=x',
  '/app/r',
  '/app/short_url_redirect/x',
  '/app/x;y',
  '/app/@evil.example',
  '/app',
  '/app/',
  '/application/x',
  'app/x',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)//app/x',
  ' /app/x',
  `/app/${'x'.repeat(2_000)}`,
])('returnPath follows nothing when it is given %j', (returnTo) => {
  expect(returnPath(returnTo, id, '/base/s/sales')).toBeUndefined();
});
