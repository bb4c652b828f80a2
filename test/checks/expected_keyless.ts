import type { keylessWorlds } from '../azure';
import { team, type Expected } from './expected';

const keysOff: Expected = {
  request: team,
  found: ['account conflict keys_disabled: use_no_keys, use_new_account'],
};

/** Worlds about accounts without keys, with requests that use one. */
export const expectedKeyless: Record<keyof typeof keylessWorlds, readonly Expected[]> = {
  owner: [{ found: [] }],
  role_administrator: [{ found: [] }],
  slow_roles: [{ found: [] }],
  keys_off: [keysOff],
  role_assigned_already: [keysOff],
  keys_off_cannot_assign: [keysOff],
  policy_no_keys_owner: [{ found: ['policy fail policy_denies_keys: use_no_keys'] }],
};
