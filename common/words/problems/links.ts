import { i18n } from '@kbn/i18n';
import type { ProblemCode } from '../../problem';
import type { ProblemText } from './words';

const learn = 'https://learn.microsoft.com/azure';
const services = `${learn}/ai-services`;
const openAi = `${learn}/ai-foundry/openai`;
const kibana = 'https://www.elastic.co/docs';

const subdomains = `${services}/cognitive-services-custom-subdomains`;
const policies = `${learn}/governance/policy/overview`;
const recovery = `${services}/recover-purge-resources`;
const networks = `${services}/cognitive-services-virtual-networks`;
const keys = `${services}/disable-local-auth`;
const locks = `${learn}/azure-resource-manager/management/lock-resources`;
const retirements = `${openAi}/concepts/model-retirements`;
const models = `${openAi}/concepts/models`;
const roles = `${learn}/role-based-access-control/built-in-roles`;
const actions = `${kibana}/reference/kibana/configuration-reference/alerting-settings`;

/** Documentation for problems whose words have no link of their own. */
const pages: Partial<Record<ProblemCode, string>> = {
  session_expires_soon: 'https://learn.microsoft.com/entra/identity-platform/access-tokens',
  subscription_not_found: `${learn}/azure-portal/get-subscription-tenant-id`,
  subscription_disabled: `${learn}/cost-management-billing/manage/subscription-disabled`,
  subscription_not_eligible: `${openAi}/quotas-limits`,
  permissions_unreadable: roles,
  regions_unreadable: roles,
  policy_denied: policies,
  policy_denies_location: policies,
  policy_denies_public_access: policies,
  policy_requires_tag: policies,
  policy_changes_request: policies,
  policies_unreadable: policies,
  policy_denies_keys: keys,
  keys_disabled: keys,
  scope_locked: locks,
  scope_locked_for_removal: locks,
  locks_unreadable: locks,
  resource_group_deleting: `${learn}/azure-resource-manager/management/delete-resource-group`,
  account_limit_reached: `${openAi}/quotas-limits`,
  account_busy: `${openAi}/how-to/create-resource`,
  account_location_conflict: `${openAi}/how-to/create-resource`,
  account_wrong_kind: `${openAi}/how-to/create-resource`,
  account_failed: `${openAi}/how-to/create-resource`,
  account_soft_deleted: recovery,
  subdomain_held_by_deleted_account: recovery,
  subdomain_taken: subdomains,
  subdomain_taken_by_own_account: subdomains,
  subdomain_missing: subdomains,
  subdomain_unverified: subdomains,
  network_locks_out: networks,
  network_rules_block: networks,
  public_access_disabled: networks,
  model_not_offered: models,
  model_unverified: models,
  chat_not_supported: models,
  model_needs_reasoning_effort: models,
  model_deprecating: retirements,
  model_deprecated: retirements,
  model_retires_soon: retirements,
  deployment_type_not_supported: models,
  deployment_conflict: `${openAi}/how-to/create-resource`,
  deployment_failed: `${openAi}/how-to/create-resource`,
  capacity_not_supported: `${openAi}/how-to/quota`,
  quota_unreadable: roles,
  insufficient_capacity: `${openAi}/how-to/quota`,
  api_keys_disabled: `${kibana}/reference/elasticsearch/configuration-reference/security-settings`,
  connector_privilege_missing: `${kibana}/deploy-manage/users-roles/cluster-or-deployment-auth/kibana-privileges`,
  connector_name_used: `${kibana}/reference/kibana/connectors-kibana/openai-action-type`,
  endpoint_unreachable: actions,
  endpoint_untrusted: actions,
};

export function linkOf(code: ProblemCode): ProblemText['link'] {
  const href = pages[code];
  if (!href) return undefined;
  return {
    href,
    text: i18n.translate('azureOpenaiSetup.problems.readMore', {
      defaultMessage: 'Read more about this',
    }),
  };
}
