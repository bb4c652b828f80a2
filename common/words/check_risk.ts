import { i18n } from '@kbn/i18n';
import type { CheckId } from '../check';

/** What could still go wrong when nobody could look. */
export const checkRisk: Record<CheckId, string> = {
  kibana_secrets: i18n.translate('azureOpenaiSetup.checks.kibana_secrets.risk', {
    defaultMessage: 'Kibana may not be able to store the API key.',
  }),
  license: i18n.translate('azureOpenaiSetup.checks.license.risk', {
    defaultMessage: 'Kibana may refuse the connector for its license.',
  }),
  connector_type: i18n.translate('azureOpenaiSetup.checks.connector_type.risk', {
    defaultMessage: 'Kibana may refuse connectors of this type.',
  }),
  connector_privilege: i18n.translate('azureOpenaiSetup.checks.connector_privilege.risk', {
    defaultMessage: 'Kibana may refuse to let you create the connector.',
  }),
  api_keys: i18n.translate('azureOpenaiSetup.checks.api_keys.risk', {
    defaultMessage: 'Setup may not be able to go on in the background.',
  }),
  task_space: i18n.translate('azureOpenaiSetup.checks.task_space.risk', {
    defaultMessage: 'Setup might act in a space other than this one.',
  }),
  egress: i18n.translate('azureOpenaiSetup.checks.egress.risk', {
    defaultMessage: 'The Kibana server may not reach Azure; signing in or a later step then fails.',
  }),
  allowed_host: i18n.translate('azureOpenaiSetup.checks.allowed_host.risk', {
    defaultMessage: 'Kibana may refuse to call the endpoint; the first answer then fails.',
  }),
  connector_name: i18n.translate('azureOpenaiSetup.checks.connector_name.risk', {
    defaultMessage: 'Another connector may have the same name, so that people mix them up.',
  }),
  signed_in: i18n.translate('azureOpenaiSetup.checks.signed_in.risk', {
    defaultMessage: 'Azure may refuse the sign-in; setup then stops and asks for a new one.',
  }),
  subscription: i18n.translate('azureOpenaiSetup.checks.subscription.risk', {
    defaultMessage: 'The subscription may take no changes; setup then stops at its first step.',
  }),
  offer: i18n.translate('azureOpenaiSetup.checks.offer.risk', {
    defaultMessage:
      'Azure may not sell Azure OpenAI to this subscription; setup then stops at the resource.',
  }),
  provider_registered: i18n.translate('azureOpenaiSetup.checks.provider_registered.risk', {
    defaultMessage:
      'Cognitive Services may not be switched on; setup then stops at its first step.',
  }),
  permissions: i18n.translate('azureOpenaiSetup.checks.permissions.risk', {
    defaultMessage: 'A permission might be missing; the step that needs it then stops.',
  }),
  region: i18n.translate('azureOpenaiSetup.checks.region.risk', {
    defaultMessage:
      'The region may be closed to the subscription; setup then stops at the resource.',
  }),
  resource_group: i18n.translate('azureOpenaiSetup.checks.resource_group.risk', {
    defaultMessage:
      'A lock might forbid changes; setup then stops at the first resource it creates.',
  }),
  account: i18n.translate('azureOpenaiSetup.checks.account.risk', {
    defaultMessage:
      'The resource may be busy, or the region full; setup then stops at the resource.',
  }),
  name_free: i18n.translate('azureOpenaiSetup.checks.name_free.risk', {
    defaultMessage: 'The endpoint name may be taken; setup then stops at the resource.',
  }),
  policy: i18n.translate('azureOpenaiSetup.checks.policy.risk', {
    defaultMessage:
      'A policy may forbid the resource or change it; setup then stops at the resource.',
  }),
  network: i18n.translate('azureOpenaiSetup.checks.network.risk', {
    defaultMessage: 'The resource may not let Kibana in; the first answer then fails.',
  }),
  endpoint_reach: i18n.translate('azureOpenaiSetup.checks.endpoint_reach.risk', {
    defaultMessage: 'The Kibana server may not reach the endpoint; the first answer then fails.',
  }),
  model_offered: i18n.translate('azureOpenaiSetup.checks.model_offered.risk', {
    defaultMessage: 'Azure may not offer the model here; setup then stops at the deployment.',
  }),
  model_lifecycle: i18n.translate('azureOpenaiSetup.checks.model_lifecycle.risk', {
    defaultMessage: 'The model version may retire soon or be closed to new deployments.',
  }),
  quota: i18n.translate('azureOpenaiSetup.checks.quota.risk', {
    defaultMessage: 'Too little quota may be free; setup then stops at the deployment.',
  }),
};
