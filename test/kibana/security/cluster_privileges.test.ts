import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../config/settings';
import { openDocuments } from '../state/documents';
import { apiKeySchema, createApiKeys } from './api_keys';
import { hasClusterPrivilege } from './cluster_privileges';
import type { Principal } from './principal';
import { createUsers } from './users';

const users = (cluster: string[]) =>
  createUsers(
    readSettings({
      'host.roles': { own: { features: {}, cluster } },
      'host.users': [{ username: 'ada', password: 'p', roles: ['own'] }],
    }).settings,
  );
const person = (cluster: string[]): Principal => {
  const found = users(cluster).find('ada');
  if (!found) throw new Error('no such user');
  return found;
};

test.each([
  ['all', true, true],
  ['manage', true, true],
  ['manage_inference', true, true],
  ['monitor_inference', false, true],
  ['monitor', false, true],
  ['manage_security', false, false],
])('a person with %s: manage_inference %s, monitor_inference %s', (held, manages, monitors) => {
  expect(hasClusterPrivilege(person([held]), 'manage_inference')).toBe(manages);
  expect(hasClusterPrivilege(person([held]), 'monitor_inference')).toBe(monitors);
});

test('an API key keeps the privileges of the cluster that its owner had when it was granted', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'api-keys-')), 'keys');
  const keys = createApiKeys(openDocuments(folder, 'api_key', apiKeySchema), true);
  const before = keys.grant(person(['manage_inference']), 'before');
  const after = keys.grant(person([]), 'after');
  const has = (encoded: string) => {
    const principal = keys.authenticate(encoded);
    return principal !== undefined && hasClusterPrivilege(principal, 'manage_inference');
  };
  expect(has(before.encoded)).toBe(true);
  expect(has(after.encoded)).toBe(false);
});
