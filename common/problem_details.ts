import type { TargetReason } from './targets/target_reasons';

/** `refusal`: why this Kibana version requires keys. */
export type KeysNeeded = { version?: string; refusal?: TargetReason };

/**
 * The values for a problem's texts, by code: names, numbers, regions, never a secret. A value is optional if one of its
 * sources, such as an Azure message, can lack it. Quota is in units of capacity; `tokensPerUnit` is there if it is known.
 * Scopes are ARM ids. Next to `location` a problem can have `region`, its display name.
 */
export interface ProblemDetails extends UnreadableDetails {
  session_expires_soon: { minutes: number };
  run_not_found: { runId: string };
  run_not_resumable: { status: string };
  run_id_used: { name: string };
  too_many_runs: { limit: number };
  too_many_records: { limit: number };

  /** The claims challenge: JSON. */
  sign_in_claims_required: { claims?: string; tenant?: string };
  sign_in_without_second_factor: { claims: string };
  sign_in_too_often: { seconds: number };
  token_wrong_tenant: { tenant?: string };

  /** `reason`: the code of a socket error. */
  azure_unreachable: { host?: string; reason?: string };
  azure_untrusted: { host?: string; reason?: string };
  /** `proxy`: its host. */
  proxy_unreachable: { host: string; proxy?: string; reason: string };
  proxy_refused: { host: string; proxy: string; status: number };
  proxy_authentication_required: { host: string; proxy?: string };
  answer_not_azure: { host?: string; status: number };
  gateway_unavailable: { host?: string; status: number };
  /** `megabytes` is the limit for a single response, `pages` the number of pages read of an endless list. */
  azure_answer_too_large: { host: string; megabytes?: number; pages?: number };
  azure_throttled: { seconds?: number };
  azure_host_refused: { host: string };
  operation_slow: { minutes: number };

  subscription_disabled: { subscriptionId?: string; name?: string; state?: string };
  subscription_not_eligible: { quotaId?: string };
  authorization_failed: MissingPermission;
  deny_assignment: { action?: string; name?: string };
  policy_denied: Policy;
  policy_denies_location: Policy;
  policy_denies_public_access: Policy & Called;
  policy_denies_keys: Policy & KeysNeeded;
  policy_requires_tag: Policy & { count?: number };
  /** `what`: the property that the policy sets, or the name of a tag. */
  policy_changes_request: Policy & { what: string };
  region_closed: { location?: string };
  location_not_available: { location?: string };
  scope_locked: { lock?: string; scope?: string; resourceGroup?: string };
  scope_locked_for_removal: { lock: string; scope: string; resourceGroup: string };
  provider_not_registered: { subscriptionId?: string; state?: string; namespace?: string };
  known_after_registration: { subscriptionId?: string; state?: string; namespace?: string };

  resource_group_not_found: { name?: string };
  resource_group_location_conflict: { name?: string; location?: string };
  resource_group_deleting: { name?: string };
  resource_not_found: { name?: string; resourceGroup?: string };
  /** `setups`: names of the resources of other setups. `others`: those of the other foreign resources. */
  resource_not_empty: { name?: string; setups?: string; others?: string; count?: number };
  ownership_tag_missing: { name: string };
  account_location_conflict: { name?: string; location?: string };
  account_wrong_kind: { name: string; kind: string };
  account_failed: { name: string; state: string };
  account_limit_reached: { limit?: number; used?: number; location?: string };
  /** `deployments`: 0 if Azure refuses to delete an account that has none left. */
  account_busy: NamedAccount & { state?: string; deployments?: number };
  account_soft_deleted: NamedAccount;
  subdomain_taken: { name?: string };
  subdomain_taken_by_own_account: { name: string; account: string; resourceGroup: string };
  subdomain_held_by_deleted_account: {
    name: string;
    account: string;
    resourceGroup: string;
    location: string;
  };
  subdomain_missing: { name?: string; resourceGroup?: string };
  /**
   * `principal`: object id of the application's service principal; `scope`: where the role is to be assigned. That is
   * the resource group if the resource does not exist yet, with its name and region if it is new, too.
   */
  role_assignment_forbidden: {
    application?: string;
    principal?: string;
    scope?: string;
    place?: 'resource' | 'group' | 'new_group';
    subscriptionId?: string;
    resourceGroup?: string;
    location?: string;
  };
  keys_disabled: NamedAccount & KeysNeeded;

  model_not_offered: Model;
  model_not_recommended: Model & { score?: number };
  model_deprecating: ModelDates;
  model_deprecated: ModelDates;
  model_access_required: Model;
  model_retires_soon: ModelDates & { days: number };
  model_needs_reasoning_effort: Model;
  /** `regions`: how many were searched. */
  no_model_available: { regions: number };
  deployment_type_not_supported: Model & { deploymentType?: string };
  deployment_conflict: { name: string; modelName: string; deploymentType: string };
  deployment_failed: { name: string; state: string };
  capacity_not_supported: {
    capacity?: number;
    minimum?: number;
    maximum?: number;
    step?: number;
    tokensPerUnit?: number;
  };
  /** `capacity`: what the deployment has; `needed`: what Azure was asked for. */
  capacity_not_applied: { name: string; capacity: number; needed: number; tokensPerUnit?: number };
  /**
   * `holders`: the deployments that use the quota, with their tokens per minute; `unread`: accounts whose deployments
   * could not be read.
   */
  insufficient_quota: Quota & { holders?: string; moreHolders?: number; unread?: number };
  insufficient_capacity: Quota & { needed: number; available: number };
  quota_missing: { model: string; location: string };
  quota_low: Quota & { deployment?: string; tokens: number };

  license_insufficient: { license?: string };
  host_not_allowed: { host?: string };
  space_not_supported: { space: string };
  connector_conflict: { name?: string };
  connector_name_used: { name: string };
  /** `status`: the HTTP status, as in `answer_refused`. */
  connector_refused: { status?: number };
  connector_slow: { seconds: number };
  connector_changed: { name: string };
  inference_endpoint_conflict: { name?: string };
  inference_endpoint_changed: { name: string };
  inference_unsupported: { version: string };
  /** `privileges`: the missing ones, separated by commas. */
  inference_privilege_missing: { privileges?: string };
  connector_resource_not_seen: { host: string };
  /** `names`: of the resources that have the deployment. */
  connector_resource_ambiguous: { host: string; deployment: string; names: string };
  connector_cannot_move: { name: string; reason: TargetReason };
  inference_host_unsupported: { host: string };
  inference_endpoint_refused: { status?: number };
  /** `uses`: names of pipelines and indices. */
  inference_endpoint_in_use: { name: string; uses: string };
  inference_endpoint_not_listed: { name?: string };
  inference_host_unreachable: { host?: string };
  inference_host_untrusted: { host?: string };
  elasticsearch_unavailable: { status?: number };
  answer_not_elasticsearch: { status?: number };
  /** `reason`: the Entra ID error code. */
  application_token_refused: { reason?: string };
  /** `name`: the connector that is the default now, or its id. */
  default_model_changed: { name?: string | undefined };
  default_model_refused: { status: number };

  network_rules_block: Called & { name?: string; resourceGroup?: string; address?: string };
  /** `resourceGroup`: of an existing resource. */
  network_locks_out: Called & { access: string; name: string; resourceGroup?: string };
  network_refused: { name?: string; resourceGroup?: string };
  public_access_disabled: Called & { name?: string; resourceGroup?: string };
  endpoint_unreachable: { host?: string; reason?: string };
  endpoint_unresolved: { host?: string };
  endpoint_untrusted: { host?: string; reason?: string };
  /** `version`: the first Kibana version that works with the model. */
  parameter_unsupported: { parameter?: string; version?: string };
  data_api_version: Called;
  /** `role`: the role that the application needs; absent if a key was used. */
  data_permission_denied: { role?: string };
  chat_not_supported: Model;
  rate_limited: { seconds?: number };
  answer_slow: { seconds: number };
  /** `finish_reason` of the answer, or `refusal`. */
  answer_empty: { reason: string };
  answer_other_model: { expected: string; actual: string };
  gateway_refused: { host?: string; status?: number };
  connector_proxy_refused: { host?: string; status: number };
  /** `pieces`: how many arrived. */
  stream_failed: { pieces?: number };
}

/** The missing permission, if that is why a lookup failed. */
interface UnreadableDetails {
  azure_error: MissingPermission;
  connector_privilege_missing: MissingPermission;
  locks_unreadable: MissingPermission;
  model_unverified: MissingPermission & Model;
  permissions_unreadable: MissingPermission;
  policies_unreadable: MissingPermission;
  provider_unreadable: MissingPermission;
  quota_unreadable: MissingPermission;
  regions_unreadable: MissingPermission;
  subdomain_unverified: MissingPermission;
  subscription_not_found: MissingPermission & { subscriptionId?: string };
}

/** A code of a check that could not run. */
export type UnreadableCode = keyof UnreadableDetails;

/**
 * `action`: one, or several separated by commas. `principal`: the user principal name of a tenant member, else an
 * object id with `principalName` as its display name.
 */
type MissingPermission = {
  action?: string;
  scope?: string;
  principal?: string;
  principalName?: string;
  principalType?: 'User' | 'ServicePrincipal';
};
type Policy = {
  policy?: string;
  assignment?: string;
  subject?: string;
  location?: string;
  tagName?: string;
  allowed?: string;
};
type NamedAccount = { name?: string; resourceGroup?: string; location?: string };
type Model = { model?: string; version?: string; location?: string };
/** `retiresAt`: ISO 8601; `deployment`: set if it has no automatic updates. */
type ModelDates = Model & { retiresAt?: string; deployment?: string };
type Quota = {
  needed?: number;
  free?: number;
  used?: number;
  limit?: number;
  tokensPerUnit?: number;
  model?: string;
  location?: string;
};

/** `caller`: a `ModelCaller`; absent if the call came from Kibana. */
type Called = { caller?: string };
