import type { ProblemDetails } from '../../common/problem_details';

const permission = {
  action: 'Microsoft.CognitiveServices/accounts/write',
  scope: '/subscriptions/s/resourceGroups/rg',
  principal: 'ann@example.com',
  principalName: 'Ann',
  principalType: 'User',
} as const;
const policy = {
  policy: 'Allowed locations',
  assignment: 'contoso-landing-zone',
  subject: 'account',
  location: 'swedencentral',
  tagName: 'costCenter',
  allowed: 'westeurope, northeurope',
};
const inGroup = { name: "it's mine", resourceGroup: 'rg; rm -rf /' };
const account = { ...inGroup, location: 'swedencentral' };
const lock = { lock: 'do not touch; really', scope: permission.scope, resourceGroup: 'rg' };
const subscription = { subscriptionId: '11111111-2222-3333-4444-555555555555', state: 'Disabled' };
const model = { model: 'gpt-5.2', version: '2026-01-01', location: 'swedencentral' };
const dates = { ...model, retiresAt: '2027-06-08', deployment: 'chat' };
const quota = {
  needed: 1200,
  free: 30,
  used: 420,
  limit: 450,
  model: 'gpt-5.2',
  location: 'eastus2',
};
const socket = { host: 'management.azure.com', reason: 'ECONNRESET' };
const answer = { host: 'management.azure.com', status: 502 };

/** For each code, every value that its words can name. */
export const problemExamples: {
  [Code in keyof ProblemDetails]: Required<ProblemDetails[Code]>;
} = {
  session_expires_soon: { minutes: 5 },
  run_not_found: { runId: 'r' },
  run_not_resumable: { status: 'finished' },
  run_id_used: { name: 'rg-openai' },
  too_many_runs: { limit: 5 },
  too_many_records: { limit: 100 },

  sign_in_claims_required: { claims: '{"access_token":{}}', tenant: 'contoso.com' },
  sign_in_without_second_factor: { claims: '{"access_token":{}}' },
  sign_in_too_often: { seconds: 22 },
  token_wrong_tenant: { tenant: 'contoso.com' },

  azure_unreachable: socket,
  azure_untrusted: socket,
  proxy_unreachable: { ...socket, proxy: 'proxy.example' },
  proxy_refused: { ...answer, proxy: 'proxy.example' },
  proxy_authentication_required: { host: 'management.azure.com', proxy: 'proxy.example' },
  answer_not_azure: answer,
  gateway_unavailable: answer,
  azure_answer_too_large: { host: 'management.azure.com', megabytes: 20, pages: 200 },
  azure_throttled: { seconds: 22 },
  azure_host_refused: { host: 'example.com' },
  operation_slow: { minutes: 5 },

  subscription_disabled: { ...subscription, name: 'Pay-as-you-go' },
  subscription_not_eligible: { quotaId: 'FreeTrial_2014-09-01' },
  authorization_failed: permission,
  deny_assignment: { action: permission.action, name: 'deny-openai' },
  policy_denied: policy,
  policy_denies_location: policy,
  policy_denies_public_access: policy,
  policy_denies_keys: policy,
  policy_requires_tag: { ...policy, count: 1 },
  policy_changes_request: { ...policy, what: 'costCenter' },
  region_closed: { location: 'swedencentral' },
  location_not_available: { location: 'swedencentral' },
  scope_locked: lock,
  scope_locked_for_removal: lock,
  provider_not_registered: { ...subscription, namespace: 'Example.Namespace' },
  known_after_registration: { ...subscription, namespace: 'Example.Namespace' },

  resource_group_not_found: { name: 'rg' },
  resource_group_location_conflict: { name: 'rg', location: 'swedencentral' },
  resource_group_deleting: { name: 'rg' },
  resource_not_found: inGroup,
  resource_not_empty: { name: 'rg', others: 'vm-1, vm-2', count: 2 },
  ownership_tag_missing: { name: 'rg' },
  account_location_conflict: { name: 'mine', location: 'swedencentral' },
  account_wrong_kind: { name: 'mine', kind: 'SpeechServices' },
  account_failed: { name: 'mine', state: 'Failed' },
  account_limit_reached: { limit: 30, used: 30, location: 'swedencentral' },
  account_busy: { ...account, state: 'Updating', deployments: 0 },
  account_soft_deleted: account,
  subdomain_taken: { name: 'mine' },
  subdomain_taken_by_own_account: { ...inGroup, account: "bob's account" },
  subdomain_held_by_deleted_account: { ...account, account: "bob's account" },
  subdomain_missing: inGroup,
  keys_disabled: account,

  model_not_offered: model,
  model_not_recommended: { ...model, score: 4.2 },
  model_deprecating: dates,
  model_deprecated: dates,
  model_access_required: model,
  model_retires_soon: { ...dates, days: 41 },
  model_needs_reasoning_effort: model,
  no_model_available: { regions: 12 },
  deployment_type_not_supported: { ...model, deploymentType: 'Standard' },
  deployment_conflict: { name: 'chat', modelName: 'gpt-5.2', deploymentType: 'Standard' },
  deployment_failed: { name: 'chat', state: 'Failed' },
  capacity_not_supported: { capacity: 7, minimum: 1, maximum: 1000, step: 5 },
  insufficient_quota: { ...quota, holders: 'team-openai/chat (60)', moreHolders: 2, unread: 1 },
  insufficient_capacity: { ...quota, available: 10 },
  quota_missing: { model: 'gpt-5.2', location: 'swedencentral' },
  quota_low: { ...quota, deployment: 'chat', tokens: 8000 },

  license_insufficient: { license: 'basic' },
  host_not_allowed: { host: 'example.openai.azure.com' },
  space_not_supported: { space: 'sales' },
  connector_conflict: { name: 'Mine' },
  connector_name_used: { name: 'Mine' },
  connector_refused: { status: 400 },
  connector_slow: { seconds: 22 },
  default_model_changed: { name: 'Elastic Managed LLM' },
  default_model_refused: { status: 503 },
  connector_changed: { name: 'Mine' },

  network_rules_block: { ...inGroup, address: '203.0.113.7' },
  network_locks_out: { ...inGroup, access: 'selected' },
  network_refused: inGroup,
  public_access_disabled: inGroup,
  endpoint_unreachable: { host: 'example.openai.azure.com', reason: 'ECONNREFUSED' },
  endpoint_unresolved: { host: 'example.openai.azure.com' },
  endpoint_untrusted: { host: 'example.openai.azure.com', reason: 'SELF_SIGNED_CERT_IN_CHAIN' },
  parameter_unsupported: { parameter: 'temperature' },
  chat_not_supported: model,
  rate_limited: { seconds: 22 },
  answer_slow: { seconds: 90 },
  answer_empty: { reason: 'length' },
  answer_other_model: { expected: 'gpt-5.2', actual: 'gpt-4o' },
  gateway_refused: answer,
  connector_proxy_refused: answer,
  stream_failed: { pieces: 0 },

  azure_error: permission,
  connector_privilege_missing: permission,
  locks_unreadable: permission,
  model_unverified: { ...permission, ...model },
  permissions_unreadable: permission,
  policies_unreadable: permission,
  provider_unreadable: permission,
  quota_unreadable: permission,
  regions_unreadable: permission,
  subdomain_unverified: permission,
  subscription_not_found: { ...permission, subscriptionId: subscription.subscriptionId },
};
