import { i18n } from '@kbn/i18n';
import type { TargetReason } from '../targets/target_reasons';
import type { TargetChoice } from '../targets/targets';

/** The text of a target reason, in one sentence. */
export const targetReasonWords: Record<TargetReason, () => string> = {
  endpoint_needs_newer_kibana: () =>
    i18n.translate('azureOpenaiSetup.target.reason.newerKibana', {
      defaultMessage: 'The assistants can use inference endpoints from Kibana 9.4 on.',
    }),
  endpoint_needs_public_cloud: () =>
    i18n.translate('azureOpenaiSetup.target.reason.publicCloud', {
      defaultMessage: "Inference endpoints work with Azure's public cloud only.",
    }),
  endpoint_needs_own_host: () =>
    i18n.translate('azureOpenaiSetup.target.reason.ownHost', {
      defaultMessage:
        "Inference endpoints need an Azure OpenAI resource with a custom subdomain. This resource doesn't have one.",
    }),
  endpoint_needs_manage_privilege: () =>
    i18n.translate('azureOpenaiSetup.target.reason.manage', {
      defaultMessage:
        "Your roles don't have the cluster privilege {privilege}, which is needed to create inference endpoints.",
      values: { privilege: 'manage_inference' },
    }),
  endpoint_needs_monitor_privilege: () =>
    i18n.translate('azureOpenaiSetup.target.reason.monitor', {
      defaultMessage:
        "Your roles don't have the cluster privilege {privilege}, which is needed to use inference endpoints.",
      values: { privilege: 'monitor_inference' },
    }),
  connector_needs_privilege: () =>
    i18n.translate('azureOpenaiSetup.target.reason.privilege', {
      defaultMessage:
        'Your roles don\'t have the Kibana privilege "Actions and Connectors: All" in this space.',
    }),
  connector_disabled: () =>
    i18n.translate('azureOpenaiSetup.target.reason.disabled', {
      defaultMessage: 'The OpenAI connector is disabled in this Kibana.',
    }),
  connector_needs_key: () =>
    i18n.translate('azureOpenaiSetup.target.reason.key', {
      defaultMessage: "The OpenAI connector needs an API key. An inference endpoint doesn't.",
    }),
  account_refuses_keys: () =>
    i18n.translate('azureOpenaiSetup.target.reason.accountKeys', {
      defaultMessage:
        "The chosen resource doesn't accept API keys. The OpenAI connector needs one, an inference endpoint doesn't.",
    }),
  temperature_refused: () =>
    i18n.translate('azureOpenaiSetup.target.reason.temperature', {
      defaultMessage:
        "Through an inference endpoint, this Kibana version sends a temperature, which the model doesn't accept.",
    }),
  temperature_from_security_assistant: () =>
    i18n.translate('azureOpenaiSetup.target.reason.securityTemperature', {
      defaultMessage:
        "Through an inference endpoint, the AI Assistant for Security can send a temperature, which the model doesn't accept.",
    }),
  reasoning_effort_missing: () =>
    i18n.translate('azureOpenaiSetup.target.reason.reasoning', {
      defaultMessage:
        'The model calls tools only with a set reasoning effort, which an inference endpoint might not pass on.',
    }),
  calls_leave_from_elasticsearch: () =>
    i18n.translate('azureOpenaiSetup.target.reason.network', {
      defaultMessage:
        'The network of the resource is restricted, and an inference endpoint is called from the Elasticsearch nodes.',
    }),
  connector_suits_version: () =>
    i18n.translate('azureOpenaiSetup.target.reason.suits', {
      defaultMessage: 'The OpenAI connector is the usual connection in this Kibana version.',
    }),
  connector_deprecated: () =>
    i18n.translate('azureOpenaiSetup.target.reason.deprecated', {
      defaultMessage:
        'From 9.5 on, Kibana recommends inference endpoints. The OpenAI connector is deprecated.',
    }),
  connector_deprecated_later: () =>
    i18n.translate('azureOpenaiSetup.target.reason.deprecatedLater', {
      defaultMessage:
        'Kibana 9.5 deprecates the OpenAI connector and recommends inference endpoints. This version already supports them.',
    }),
  connector_host_unknown: () =>
    i18n.translate('azureOpenaiSetup.target.reason.hostUnknown', {
      defaultMessage:
        "The connector calls a gateway or a custom host, so Kibana can't tell which Azure OpenAI resource is behind it.",
    }),
  connector_deployment_unknown: () =>
    i18n.translate('azureOpenaiSetup.target.reason.deploymentUnknown', {
      defaultMessage: "Neither the connector's URL nor its default model names a deployment.",
    }),
  connector_not_offered: () =>
    i18n.translate('azureOpenaiSetup.target.reason.notOffered', {
      defaultMessage:
        'From 9.6 on, Kibana no longer offers the deprecated OpenAI connector for new connections.',
    }),
};

const useText: Record<TargetChoice, () => string> = {
  connector: () =>
    i18n.translate('azureOpenaiSetup.target.use.connector', {
      defaultMessage: 'Use the connector',
    }),
  inference_endpoint: () =>
    i18n.translate('azureOpenaiSetup.target.use.endpoint', {
      defaultMessage: 'Use the inference endpoint',
    }),
  both: () => i18n.translate('azureOpenaiSetup.target.use.both', { defaultMessage: 'Use both' }),
};

/** The button that changes to the target, and from a setup without keys to one with a key. */
export const targetButtonText = (target: TargetChoice, withKey = false): string =>
  withKey
    ? i18n.translate('azureOpenaiSetup.target.use.connectorWithKey', {
        defaultMessage: 'Use the connector with an API key',
      })
    : useText[target]();

export const targetReasonText = (reason: TargetReason): string => targetReasonWords[reason]();
