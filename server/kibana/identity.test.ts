import type { AuthenticatedUser } from '@kbn/core/server';
import { identityOf } from './identity';

const user: AuthenticatedUser = {
  username: 'elena',
  roles: [],
  authentication_realm: { name: 'native1', type: 'native' },
  authentication_type: 'realm',
};
const key = (id: string): AuthenticatedUser => ({
  ...user,
  authentication_realm: { name: '_es_api_key', type: '_es_api_key' },
  authentication_type: 'api_key',
  api_key: { id },
});

it('a person is a user profile, otherwise realm and name', () => {
  expect(identityOf({ ...user, profile_uid: 'u_1' })).toEqual({
    user: 'profile/u_1',
    formerly: 'native1/elena',
  });
  expect(identityOf(user)).toEqual({ user: 'native1/elena' });
  const realm = { name: 'ldap1', type: 'ldap' };
  expect(identityOf({ ...user, authentication_realm: realm })).toEqual({ user: 'ldap1/elena' });
  expect(identityOf(null)).toEqual({ user: '' });
});

it('a caller with an API key is the key, not its owner and no other key', () => {
  const identities = [identityOf(key('a')), identityOf(key('b')), identityOf(user)];
  expect(new Set(identities.map((identity) => identity.user)).size).toBe(3);
  expect(identityOf(key('a'))).toEqual({ user: 'api_key/a' });
});
