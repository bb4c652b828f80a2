import type { TargetReason } from './targets/target_reasons';

/** What refers to a connector, as far as Kibana tells. */
export interface ConnectorUses {
  /** It is the default model of the space. */
  isDefault: boolean;
  /** The AI features of the space can use the default model only. */
  onlyDefault: boolean;
  /** AI features for which an administrator has listed it as a model; absent where this cannot be read. */
  features?: string[];
  /** Number of rules and other saved objects, in all spaces; absent where Kibana does not count them. */
  references?: number;
}

/** A connector of the space to Azure OpenAI. */
export interface AzureConnector {
  id: string;
  name: string;
  /** Host of its URL; empty if the URL is none. */
  host: string;
  /** Absent if the connector does not tell. */
  deploymentName?: string;
  /** It stands in `kibana.yml`. */
  isPreconfigured: boolean;
  /** One of the person's own setups has created it. */
  isOfSetup: boolean;
  /** Inference endpoints that call the same deployment. */
  endpointIds: string[];
  /** Why an inference endpoint for the same deployment cannot be created; empty if it can. */
  refusals: TargetReason[];
  uses: ConnectorUses;
}

/** The connectors for which an inference endpoint can take over. */
export interface MovingOn {
  /** Why an inference endpoint is better; absent, and without connectors, where the assistants use none. */
  reason?: TargetReason;
  connectors: AzureConnector[];
}
