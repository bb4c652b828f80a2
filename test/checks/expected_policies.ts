import type { policyWorlds } from '../azure';
import type { Expected } from './expected';

/** Worlds with rules above the permissions: Azure Policy and locks. */
export const expectedPolicies: Record<keyof typeof policyWorlds, readonly Expected[]> = {
  policy_group_location: [
    { found: ['policy fail policy_denies_location: use_location'] },
    { request: { location: 'swedencentral' }, found: [] },
  ],
  policy_group_tag: [
    { found: ['policy fail policy_requires_tag: add_tag'] },
    { request: { tags: { Owner: 'search' } }, found: [] },
  ],
  policy_models: [
    { found: ['policy fail policy_denied'] },
    {
      request: { modelName: 'gpt-5.1', modelVersion: '2025-11-13' },
      found: ['model_lifecycle warn model_retires_soon: use_model'],
    },
  ],
  policy_location: [{ found: ['policy fail policy_denies_location: use_location'] }],
  policy_tag: [
    { found: ['policy fail policy_requires_tag: add_tag'] },
    { request: { tags: { costCenter: '42' } }, found: [] },
  ],
  policy_no_public_access: [
    { found: ['policy fail policy_denies_public_access: close_network'] },
    {
      request: { networkAccess: 'disabled' },
      found: ['network warn network_locks_out'],
    },
  ],
  policy_no_keys: [{ found: ['policy fail policy_denies_keys: use_no_keys'] }],
  policy_modifies_keys: [{ found: ['policy fail policy_denies_keys: use_no_keys'] }],
  subscription_locked: [{ found: ['resource_group fail scope_locked'] }],
  group_locked: [{ found: ['resource_group fail scope_locked'] }],
  group_delete_lock: [{ found: ['resource_group warn scope_locked_for_removal'] }],
};
