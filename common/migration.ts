import type { TargetReason } from './targets/target_reasons';

/** References to a connector that Kibana can report. */
export interface ConnectorUses {
  /** It is the default model of the space. */
  isDefault: boolean;
  /** AI features of the space can use only the default model. */
  onlyDefault: boolean;
  /** AI features for which an administrator has listed it as a model; absent if this cannot be read. */
  features?: string[];
  /** Number of rules and other saved objects, in all spaces; absent if Kibana does not count them. */
  references?: number;
}

/** A connector of the space to Azure OpenAI. */
export interface AzureConnector {
  id: string;
  name: string;
  /** Host of its URL; empty if the URL is invalid. */
  host: string;
  /** Absent if unknown. */
  deploymentName?: string;
  /** True if it is set in `kibana.yml`. */
  isPreconfigured: boolean;
  /** Inference endpoints that call the same deployment. */
  endpointIds: string[];
  /** Reasons why an inference endpoint for the same deployment is not possible or no improvement; empty if it is. */
  refusals: TargetReason[];
  uses: ConnectorUses;
}

/** The connectors that can be migrated to an inference endpoint. */
export interface Migration {
  /**
   * Why an inference endpoint is better. If the assistants do not support them, it is absent and there are no
   * connectors.
   */
  reason?: TargetReason;
  connectors: AzureConnector[];
}
