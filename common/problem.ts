/**
 * A named failure. The words for it live in `common/words/problems/problem_text.ts`; a code without words
 * does not compile.
 */
export const problemCodes = [
  // Kibana's request, session and runs
  'invalid_request',
  'session_expired',
  'session_unreadable',
  'session_expires_soon',
  'run_not_found',
  'run_not_resumable',
  'run_id_used',
  'run_interrupted',
  'too_many_runs',
  'too_many_records',
  'kibana_unreachable',
  'too_many_requests',
  'unexpected',
  // Signing in: Entra ID
  'sign_in_wrong_secret',
  'sign_in_expired_secret',
  'sign_in_unknown_app',
  'sign_in_unknown_tenant',
  'sign_in_tenant_needed',
  'sign_in_wrong_cloud',
  'sign_in_consent_missing',
  'sign_in_mfa_required',
  'sign_in_claims_required',
  'sign_in_claims_unsupported',
  'sign_in_without_second_factor',
  'sign_in_blocked_by_policy',
  'sign_in_wrong_account',
  'sign_in_resource_unknown',
  'sign_in_public_client_disabled',
  'sign_in_failed',
  'sign_in_too_often',
  'device_code_declined',
  'device_code_expired',
  'device_code_unknown',
  'server_identity_disabled',
  'server_identity_unavailable',
  'server_identity_not_allowed',
  'server_identity_wrong_cloud',
  'token_malformed',
  'token_wrong_audience',
  'token_wrong_tenant',
  'token_expired',
  'token_rejected',
  // Reaching Azure
  'azure_unreachable',
  'azure_untrusted',
  'proxy_unreachable',
  'proxy_refused',
  'proxy_authentication_required',
  'answer_not_azure',
  'gateway_unavailable',
  'azure_answer_too_large',
  'azure_busy',
  'azure_throttled',
  'azure_host_refused',
  'azure_api_version',
  'azure_error',
  'operation_slow',
  // Subscription, rights, policy
  'no_subscription',
  'subscription_not_found',
  'subscription_disabled',
  'subscription_not_eligible',
  'subscription_flagged',
  'authorization_failed',
  'deny_assignment',
  'permissions_unreadable',
  'policy_denied',
  'policy_denies_location',
  'policy_denies_public_access',
  'policy_denies_keys',
  'policy_requires_tag',
  'policy_changes_request',
  'policies_unreadable',
  'region_closed',
  'location_not_available',
  'regions_unreadable',
  'scope_locked',
  'scope_locked_for_removal',
  'locks_unreadable',
  'provider_not_registered',
  'provider_unreadable',
  'known_after_registration',
  // Resource group and account
  'resource_group_not_found',
  'resource_group_location_conflict',
  'resource_group_deleting',
  'resource_not_found',
  'resource_not_empty',
  'mark_missing',
  'account_location_conflict',
  'account_wrong_kind',
  'account_failed',
  'account_limit_reached',
  'account_not_supported',
  'account_busy',
  'account_soft_deleted',
  'subdomain_taken',
  'subdomain_taken_by_own_account',
  'subdomain_held_by_deleted_account',
  'subdomain_invalid',
  'subdomain_missing',
  'subdomain_unverified',
  'keys_disabled',
  // Model and deployment
  'model_not_offered',
  'model_not_recommended',
  'model_deprecating',
  'model_deprecated',
  'model_access_required',
  'model_unverified',
  'model_retires_soon',
  'model_needs_reasoning_effort',
  'no_model_available',
  'deployment_type_not_supported',
  'deployment_conflict',
  'deployment_failed',
  'capacity_not_supported',
  'insufficient_quota',
  'insufficient_capacity',
  'quota_missing',
  'quota_unreadable',
  'quota_low',
  // Kibana as the connector's home
  'encryption_key_missing',
  'license_insufficient',
  'connector_type_disabled',
  'connector_privilege_missing',
  'setup_privilege_missing',
  'host_not_allowed',
  'api_keys_disabled',
  'task_key_rejected',
  'space_not_supported',
  'connector_conflict',
  'connector_name_used',
  'connector_refused',
  'connector_slow',
  'connector_changed',
  // The first answer
  'key_rejected',
  'network_rules_block',
  'network_locks_out',
  'public_access_disabled',
  'deployment_not_found',
  'endpoint_unreachable',
  'endpoint_unresolved',
  'endpoint_untrusted',
  'parameter_unsupported',
  'chat_not_supported',
  'content_filtered',
  'context_too_long',
  'data_api_version',
  'data_permission_denied',
  'model_retired',
  'rate_limited',
  'answer_refused',
  'answer_busy',
  'answer_slow',
  'answer_empty',
  'answer_unreadable',
  'answer_other_model',
  'tools_unsupported',
  'gateway_refused',
  'connector_proxy_refused',
  'network_refused',
  'stream_failed',
  'tool_call_failed',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What Azure itself said, shown folded: support asks for the correlation id. */
export interface AzureWords {
  code?: string;
  message?: string;
  correlationId?: string;
  /** ISO 8601. */
  at?: string;
}

export interface Problem {
  code: ProblemCode;
  /** The parameter that would have to change: a field of the SetupRequest or of the sign-in. */
  field?: string;
  /** Values for the words: names, numbers, regions. Never a secret. */
  detail?: Readonly<Record<string, string | number>>;
  azure?: AzureWords;
}

/** How a named failure travels inside the server. */
export class SetupError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'SetupError';
  }
}

/** Optional information: a failed look is `undefined`, a programming error is thrown. */
export async function unlessSetupError<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof SetupError && error.problem.code !== 'unexpected') return undefined;
    throw error;
  }
}

export const isProblemCode = (text: unknown): text is ProblemCode =>
  problemCodes.some((code) => code === text);
