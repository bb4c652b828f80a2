import { createHash, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../config/settings';
import type { Grant, Principal } from './principal';

type User = Settings['host.users'][number];
type Roles = Settings['host.roles'];

const one = (features: Grant['features'], ...cluster: string[]) => ({
  features,
  cluster,
  spaces: ['*'],
});

/** An AI Assistant requires the privilege to run its connector. */
const assistants = {
  observabilityAIAssistant: 'all',
  siemV5: 'all',
  agentBuilder: 'all',
} as const;

const shippedRoles: Roles = {
  setup_only: one({ azureOpenaiSetup: 'all' }),
  connectors_only: one({ actions: 'all', ...assistants }),
  setup_admin: one(
    { azureOpenaiSetup: 'all', actions: 'all', ...assistants },
    'manage_inference',
    'monitor_inference',
  ),
  viewer: one({ azureOpenaiSetup: 'read', actions: 'read', ...assistants }, 'monitor_inference'),
};

const named = (username: string, full_name: string, role = username): User => ({
  username,
  full_name,
  password: 'changeme',
  roles: [role],
});

const shippedUsers: User[] = [
  named('elastic', 'Superuser', 'superuser'),
  named('setup_admin', 'Sets up models, manages connectors and inference endpoints'),
  named('setup_only', 'Can use the setup page, but no connectors'),
  named('connectors_only', 'Manages connectors, but not the setup page'),
  named('viewer', 'Can see, but not change anything'),
];

export interface Users {
  list(): User[];
  /** `undefined` when name or password is wrong. */
  signIn(username: string, password: string): Principal | undefined;
  find(username: string): Principal | undefined;
}

/** The users this Kibana knows: the shipped ones and those of `host.users`, which replace them by name. */
export function createUsers(settings: Settings): Users {
  const roles = { ...shippedRoles, ...settings['host.roles'] };
  const users = new Map(
    [...shippedUsers, ...settings['host.users']].map((user) => [user.username, user]),
  );
  const find = (username: string) => {
    const user = users.get(username);
    return user && principalOf(user, roles);
  };
  return {
    list: () => [...users.values()],
    find,
    signIn(username, password) {
      const user = users.get(username);
      return user && sameText(user.password, password) ? find(username) : undefined;
    },
  };
}

function principalOf(user: User, roles: Roles): Principal {
  return {
    user: {
      username: user.username,
      roles: user.roles,
      ...(user.full_name !== undefined && { full_name: user.full_name }),
      enabled: true,
      profile_uid: `u_${createHash('sha256').update(user.username).digest('base64url')}_0`,
      authentication_realm: { name: 'native1', type: 'native' },
      authentication_type: 'realm',
    },
    superuser: user.roles.includes('superuser'),
    grants: user.roles.flatMap((role) => roles[role] ?? []),
  };
}

const sameText = (a: string, b: string) =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
