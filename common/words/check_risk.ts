import { i18n } from '@kbn/i18n';
import type { CheckId } from '../check';

/** The risk of each check that could not run. */
export const checkRisk: Record<CheckId, string> = {
  kibana_secrets: i18n.translate('azureOpenaiSetup.checks.kibana_secrets.risk', {
    defaultMessage: 'Kibana might be unable to store the API key.',
  }),
  license: i18n.translate('azureOpenaiSetup.checks.license.risk', {
    defaultMessage: 'The connection might be refused because of the license.',
  }),
  connector_type: i18n.translate('azureOpenaiSetup.checks.connector_type.risk', {
    defaultMessage: 'Kibana might refuse connectors of this type.',
  }),
  connector_privilege: i18n.translate('azureOpenaiSetup.checks.connector_privilege.risk', {
    defaultMessage: 'Kibana might not let you create the connector.',
  }),
  api_keys: i18n.translate('azureOpenaiSetup.checks.api_keys.risk', {
    defaultMessage: 'Setup might be unable to continue in the background.',
  }),
  task_space: i18n.translate('azureOpenaiSetup.checks.task_space.risk', {
    defaultMessage: 'Setup might act in a space other than this one.',
  }),
  egress: i18n.translate('azureOpenaiSetup.checks.egress.risk', {
    defaultMessage:
      'The Kibana server might be unable to reach Azure. Sign-in or a later step would then fail.',
  }),
  allowed_host: i18n.translate('azureOpenaiSetup.checks.allowed_host.risk', {
    defaultMessage: 'Kibana might refuse to call the endpoint. The test question would then fail.',
  }),
  connector_name: i18n.translate('azureOpenaiSetup.checks.connector_name.risk', {
    defaultMessage: 'Another connector might have the same name and be mistaken for this one.',
  }),
  inference_support: i18n.translate('azureOpenaiSetup.checks.inference_support.risk', {
    defaultMessage: 'The assistants might not list the inference endpoint.',
  }),
  inference_privilege: i18n.translate('azureOpenaiSetup.checks.inference_privilege.risk', {
    defaultMessage: 'Elasticsearch might not let you create the inference endpoint.',
  }),
  inference_host: i18n.translate('azureOpenaiSetup.checks.inference_host.risk', {
    defaultMessage:
      'Elasticsearch might be unable to call the host. Setup would then stop at the inference endpoint.',
  }),
  inference_egress: i18n.translate('azureOpenaiSetup.checks.inference_egress.risk', {
    defaultMessage:
      'The Elasticsearch nodes might be unable to reach Azure. Setup would then stop at the inference endpoint.',
  }),
  signed_in: i18n.translate('azureOpenaiSetup.checks.signed_in.risk', {
    defaultMessage: 'Azure might refuse the sign-in. Setup would then stop and ask for a new one.',
  }),
  subscription: i18n.translate('azureOpenaiSetup.checks.subscription.risk', {
    defaultMessage:
      'The subscription might not accept changes. Setup would then stop at its first step.',
  }),
  offer: i18n.translate('azureOpenaiSetup.checks.offer.risk', {
    defaultMessage:
      'This subscription might not be eligible for Azure OpenAI. Setup would then stop at the resource.',
  }),
  provider_registered: i18n.translate('azureOpenaiSetup.checks.provider_registered.risk', {
    defaultMessage:
      'Cognitive Services might not be registered. Setup would then stop at its first step.',
  }),
  application: i18n.translate('azureOpenaiSetup.checks.application.risk', {
    defaultMessage: 'Elasticsearch might not be able to sign in to the model.',
  }),
  permissions: i18n.translate('azureOpenaiSetup.checks.permissions.risk', {
    defaultMessage: 'A permission might be missing. The step that needs it would then stop.',
  }),
  region: i18n.translate('azureOpenaiSetup.checks.region.risk', {
    defaultMessage:
      'The region might be closed to the subscription. Setup would then stop at the resource.',
  }),
  resource_group: i18n.translate('azureOpenaiSetup.checks.resource_group.risk', {
    defaultMessage:
      'A lock might forbid changes. Setup would then stop at the first resource it creates.',
  }),
  account: i18n.translate('azureOpenaiSetup.checks.account.risk', {
    defaultMessage:
      'The resource might be busy, or the region full. Setup would then stop at the resource.',
  }),
  name_free: i18n.translate('azureOpenaiSetup.checks.name_free.risk', {
    defaultMessage: 'The endpoint name might be taken. Setup would then stop at the resource.',
  }),
  policy: i18n.translate('azureOpenaiSetup.checks.policy.risk', {
    defaultMessage:
      'A policy might forbid the resource or change it. Setup would then stop at the resource.',
  }),
  network: i18n.translate('azureOpenaiSetup.checks.network.risk', {
    defaultMessage:
      "The resource's network rules might block calls to the model. The test question would then fail.",
  }),
  endpoint_reach: i18n.translate('azureOpenaiSetup.checks.endpoint_reach.risk', {
    defaultMessage:
      'The Kibana server might be unable to reach the endpoint. The test question would then fail.',
  }),
  model_offered: i18n.translate('azureOpenaiSetup.checks.model_offered.risk', {
    defaultMessage:
      'Azure might not offer the model here. Setup would then stop at the deployment.',
  }),
  model_lifecycle: i18n.translate('azureOpenaiSetup.checks.model_lifecycle.risk', {
    defaultMessage: 'The model version might retire soon or be closed to new deployments.',
  }),
  quota: i18n.translate('azureOpenaiSetup.checks.quota.risk', {
    defaultMessage: 'Too little quota might be available. Setup would then stop at the deployment.',
  }),
};
