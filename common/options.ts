import type { CapacityOffer } from './models/capacity';
import type {
  AccountKind,
  DeploymentType,
  SetupRequest,
  VersionUpgradeOption,
} from './setup_request';

/** Options of the form. All of them come from the subscription, none from a built-in list. */

export interface TenantOption {
  tenantId: string;
  displayName: string;
  defaultDomain?: string;
}

export interface SubscriptionOption {
  subscriptionId: string;
  displayName: string;
  state: string;
  /** False when Azure accepts no writes in it. */
  usable: boolean;
}

interface ResourceGroupOption {
  resourceGroup: string;
  location: string;
}

export interface Region {
  /** Programmatic name, for example `swedencentral`. */
  name: string;
  displayName: string;
  /** Azure's own "Recommended" category. */
  recommended: boolean;
}

export interface DeploymentOption {
  deploymentName: string;
  modelName: string;
  modelVersion: string;
  /** ARM's `sku.name`; an existing deployment can have a type that setup does not create. */
  deploymentType: string;
  capacity: number;
  state: string;
  /** True if the deployment supports Chat Completions; absent if Azure does not say. */
  chatCompletion?: boolean;
  versionUpgradeOption?: VersionUpgradeOption;
}

export interface AccountOption {
  resourceGroup: string;
  accountName: string;
  kind: AccountKind;
  location: string;
  state: string;
  customSubDomainName?: string;
  networkAccess: SetupRequest['networkAccess'];
  /** `disableLocalAuth`: the account refuses API keys. */
  keysDisabled: boolean;
  /** Absent if they were not read; the route returns them for a single account. */
  deployments?: DeploymentOption[];
  /** Names of the connectors of this space that call it. */
  usedBy: string[];
}

/** One deployment type of one model version in one region. */
export interface DeploymentTypeOption extends Omit<CapacityOffer, 'default'> {
  deploymentType: DeploymentType;
  limit?: number;
  used?: number;
  /** Capacity that the service has left, in units; absent if unknown. */
  available?: number;
  /** Name of the quota row that deployments count against. */
  usageName: string;
  /** ISO 8601 date on which the version retires in this type. */
  retiresAt?: string;
  /** Drawbacks of the model and of this type. */
  drawbacks: ModelDrawback[];
}

/** Why a model is listed but not recommended. */
export type ModelDrawback =
  /** Azure lets only subscriptions with this version deploy it. */
  | 'deprecating'
  /** The same, and this subscription has it. */
  | 'phasing_out'
  | 'deprecated'
  | 'retires_soon'
  | 'responses_only'
  | 'low_score'
  | 'tools_need_reasoning_effort'
  | 'temperature_refused'
  | 'not_rated'
  | 'preview'
  | 'no_quota'
  | 'no_capacity';

export interface ModelOption {
  modelName: string;
  modelVersion: string;
  kind: AccountKind;
  location: string;
  retiresAt?: string;
  deploymentTypes: DeploymentTypeOption[];
  /** Elastic's published score for security, 0-10. */
  securityScore?: number;
  /** Elastic's published rating for observability, 0-10: the mean of its eight columns. */
  observabilityScore?: number;
}

export interface Options {
  tenants: TenantOption[];
  subscriptions: SubscriptionOption[];
  /** The following are present if the request names a subscription. */
  resourceGroups?: ResourceGroupOption[];
  locations?: Region[];
  accounts?: AccountOption[];
  /** Present when the request names a subscription and a location. */
  models?: ModelOption[];
  /** Suffix of endpoint host names in the cloud of the sign-in, for example `openai.azure.com`. */
  openAiSuffix?: string;
}
