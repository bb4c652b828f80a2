/** Why a target is recommended, risky or not possible. The words live in `common/words/target_text.ts`. */
export const targetReasons = [
  'endpoint_needs_newer_kibana',
  'endpoint_needs_public_cloud',
  'endpoint_needs_own_host',
  'endpoint_needs_manage_privilege',
  'endpoint_needs_monitor_privilege',
  'connector_needs_privilege',
  'connector_disabled',
  'connector_needs_key',
  'account_refuses_keys',
  'temperature_refused',
  'temperature_from_security_assistant',
  'reasoning_effort_missing',
  'calls_leave_from_elasticsearch',
  'connector_suits_version',
  'connector_deprecated',
  'connector_deprecated_later',
  'connector_not_offered',
  'connector_host_unknown',
  'connector_deployment_unknown',
] as const;
export type TargetReason = (typeof targetReasons)[number];
export type KeylessRefusal = Extract<
  TargetReason,
  'endpoint_needs_newer_kibana' | 'endpoint_needs_public_cloud'
>;
