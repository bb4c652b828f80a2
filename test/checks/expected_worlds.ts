import type { WorldName } from '../azure';
import { named, team, type Expected, type Found } from './expected';
import { expectedKeyless } from './expected_keyless';
import { expectedPolicies } from './expected_policies';
import { expectedPermissions } from './expected_permissions';
import { expectedUnusual } from './expected_unusual';

const noQuotaHere = 'quota fail insufficient_quota';

const useName = 'use_name';

/** The one that the other clouds have, too. */
const oldModel = {
  modelName: 'gpt-4o',
  modelVersion: '2024-11-20',
  deploymentType: 'Standard',
} as const;

/** Nothing else is offered there. */
const lastOne = 'model_lifecycle warn model_retires_soon';

const afterRegistration: Found[] = ['region', 'account', 'name_free'].map(
  (check) => `${check} unverified known_after_registration`,
);

const modelsAfterRegistration: Found[] = ['model_offered', 'model_lifecycle', 'quota'].map(
  (check) => `${check} unverified known_after_registration`,
);

/** Every world, and in it one request or several. */
export const expectedWorlds: Record<WorldName, readonly Expected[]> = {
  ...expectedKeyless,
  empty: [
    { found: [] },
    {
      request: { networkAccess: 'disabled' },
      found: ['network warn network_locks_out'],
    },
    {
      request: { networkAccess: 'selected' },
      found: ['network warn network_locks_out'],
    },
    {
      request: { modelName: 'gpt-9', modelVersion: '1' },
      found: ['model_offered fail model_not_offered: use_model'],
    },
    {
      request: { modelName: 'gpt-4o', modelVersion: '2024-08-06', capacity: 40 },
      found: ['model_lifecycle fail model_deprecating: use_model'],
    },
    {
      request: { modelName: 'gpt-4o', modelVersion: '2024-05-13', capacity: 40 },
      found: ['model_lifecycle fail model_deprecated: use_model'],
    },
    {
      request: { modelName: 'gpt-5.1', modelVersion: '2025-11-13' },
      found: ['model_lifecycle warn model_retires_soon: use_model'],
    },
    {
      request: { modelName: 'gpt-5.4', modelVersion: '2026-03-05' },
      found: [],
    },
    {
      request: { modelName: 'gpt-5.6-luna', modelVersion: '2026-07-07' },
      found: ['model_lifecycle warn model_needs_reasoning_effort: use_model'],
    },
    {
      request: { modelName: 'gpt-5-codex', modelVersion: '2025-09-15' },
      found: ['model_lifecycle fail chat_not_supported: use_model'],
    },
    {
      request: { modelName: 'gpt-5.4', modelVersion: '2026-03-05', deploymentType: 'Standard' },
      found: ['model_offered fail deployment_type_not_supported: use_deployment_type'],
    },
    { request: { capacity: 10 }, found: ['quota warn quota_low'] },
    {
      request: { deploymentType: 'Standard', capacity: 400 },
      found: [`${noQuotaHere}: use_location, use_deployment_type, use_capacity`],
    },
    {
      request: { capacity: 99_999 },
      found: [
        'model_offered fail capacity_not_supported: use_capacity',
        `${noQuotaHere}: use_capacity`,
      ],
    },
  ],
  established: [
    { found: [] },
    { request: { resourceGroup: 'rg-network' }, found: [] },
    {
      request: { resourceGroup: 'rg-locked' },
      found: ['resource_group warn scope_locked_for_removal'],
    },
    {
      request: { ...named('contoso-search-openai', 'rg-search'), deploymentName: 'chat' },
      found: [],
    },
    {
      request: {
        ...named('contoso-search-openai', 'rg-search'),
        deploymentName: 'broken',
        modelName: 'gpt-4.1',
        modelVersion: '2025-04-14',
      },
      found: ['model_deployment conflict deployment_failed: use_name'],
    },
    {
      request: { ...named('contoso-search-openai', 'rg-search'), location: 'swedencentral' },
      found: ['account conflict account_location_conflict: use_existing_account, use_name'],
    },
    {
      request: { ...named('contoso-foundry', 'rg-ai'), location: 'swedencentral' },
      found: ['account conflict account_wrong_kind: use_existing_account, use_name'],
    },
    {
      request: {
        ...named('contoso-no-keys', 'rg-ai'),
        location: 'westeurope',
        modelName: 'gpt-4.1',
        modelVersion: '2025-04-14',
      },
      found: [
        'model_lifecycle warn model_deprecating: use_model',
        'account conflict keys_disabled: use_no_keys, use_new_account',
      ],
    },
    {
      request: { ...named('contoso-regional', 'rg-platform'), location: 'eastus' },
      found: ['account conflict subdomain_missing: use_name'],
    },
    {
      request: { ...named('contoso-fenced', 'rg-ai'), location: 'eastus' },
      found: ['network warn network_locks_out'],
    },
    {
      request: { ...named('contoso-private', 'rg-platform'), location: 'francecentral' },
      found: ['network warn network_locks_out'],
    },
  ],
  no_quota: [{ found: [noQuotaHere] }],
  used_up_quota: [{ found: [`${noQuotaHere}: use_model`] }],
  little_quota: [
    { found: [`${noQuotaHere}: use_capacity`] },
    { request: { capacity: 10 }, found: ['quota warn quota_low'] },
  ],
  no_usage_row: [{ found: ['quota fail quota_missing: use_model'] }],
  service_capacity_low: [
    { found: ['quota fail insufficient_capacity: use_location, use_capacity'] },
    {
      request: { deploymentType: 'Standard', capacity: 400 },
      found: [`${noQuotaHere}: use_location, use_capacity`],
    },
  ],
  account_limit: [{ found: ['account fail account_limit_reached'] }],
  unregistered_provider: [
    {
      found: [
        'offer unverified known_after_registration',
        ...afterRegistration,
        ...modelsAfterRegistration,
      ],
    },
  ],
  unregistered_provider_no_right: [
    {
      found: [
        'offer unverified known_after_registration',
        'provider_registered fail provider_not_registered',
        ...afterRegistration,
        ...modelsAfterRegistration,
      ],
    },
  ],
  disabled_subscription: [{ found: ['subscription fail subscription_disabled'] }],
  trial_subscription: [{ found: ['offer fail subscription_not_eligible', noQuotaHere] }],
  region_closed: [{ found: ['region fail region_closed: use_location'] }],
  many_regions: [{ found: [] }],
  no_meter_ids: [{ found: [] }],
  price_list_unreachable: [{ found: [] }],
  price_unit_unknown: [{ found: [] }],
  unusual_names: expectedUnusual,
  slow_propagation: [{ found: [] }],
  ...expectedPermissions,
  ...expectedPolicies,
  account_total: [{ found: ['account fail account_limit_reached'] }],
  policy_insights_unregistered: [{ found: ['policy unverified policies_unreadable'] }],
  group_deleting: [
    { found: ['resource_group conflict resource_group_deleting: use_resource_group'] },
  ],
  subdomain_taken: [
    { found: [] },
    { request: named('taken-name'), found: [`name_free fail subdomain_taken: ${useName}`] },
  ],
  subdomain_own_account: [
    {
      request: named('own-openai'),
      found: ['name_free fail subdomain_taken_by_own_account: use_existing_account, use_name'],
    },
  ],
  soft_deleted_other_group: [
    {
      request: named('binned-openai'),
      found: [`name_free fail subdomain_held_by_deleted_account: ${useName}`],
    },
  ],
  soft_deleted_twin: [
    {
      request: named('kibana-openai', 'rg-kibana'),
      found: ['name_free fail account_soft_deleted: restore_account, purge_account, use_name'],
    },
    {
      request: { ...named('kibana-openai', 'rg-kibana'), onDeletedAccount: 'restore' },
      found: [],
    },
    { request: { ...named('kibana-openai', 'rg-kibana'), onDeletedAccount: 'purge' }, found: [] },
  ],
  deployment_name_taken: [
    {
      request: team,
      found: ['model_deployment conflict deployment_conflict: use_existing_deployment, use_name'],
    },
    { request: { ...team, deploymentName: 'gpt-5.2-2' }, found: [] },
  ],
  account_busy: [
    { request: named('busy-openai', 'rg-busy'), found: ['account warn account_busy'] },
  ],
  account_failed: [
    {
      request: named('failed-openai', 'rg-team'),
      found: ['account conflict account_failed: use_name'],
    },
  ],
  account_locked: [{ found: [] }, { request: team, found: ['resource_group fail scope_locked'] }],
  us_government: [{ request: { ...oldModel, location: 'usgovvirginia' }, found: [lastOne] }],
  china: [{ request: { ...oldModel, location: 'chinanorth3' }, found: [lastOne] }],
};
