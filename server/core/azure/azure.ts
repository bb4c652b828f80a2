import type { Region, TenantOption } from '../../../common/options';
import type {
  AccountKind,
  SetupRequest,
  VersionUpgradeOption,
} from '../../../common/setup_request';
import type { Cloud } from '../../../common/sign_in';
import type { Authentication } from '../../../common/targets/targets';
import type { ModelCapacity, OfferedModel, Usage } from './azure_catalog';

import type { AccountRef, DeploymentRef, ResourceGroupRef, Scope } from './azure_refs';
import type { AzureRoles } from './azure_roles';

export type { AccountRef, DeploymentRef, ResourceGroupRef, Scope } from './azure_refs';
export type { RoleAssignment } from './azure_roles';
export type { Meter, ModelCapacity, OfferedModel, OfferedSku, Usage } from './azure_catalog';

/**
 * The port to Azure. Absence is `undefined`, a failure throws `SetupError`. Region names are always programmatic
 * (`swedencentral`).
 */

export interface Subscription {
  subscriptionId: string;
  tenantId: string;
  displayName: string;
  /** `Enabled`, `Warned`, `PastDue`, `Disabled` or `Deleted`. */
  state: string;
  quotaId?: string;
}

export type ProviderState =
  'NotRegistered' | 'Registering' | 'Registered' | 'Unregistering' | 'Unregistered';

/** One entry of the effective permissions at a scope; wildcards allowed. */
export interface Permission {
  actions: readonly string[];
  notActions: readonly string[];
}

/** Provisioning state of a resource, as ARM names it; only `Succeeded` is usable. */
export type ProvisioningState =
  | 'Accepted'
  | 'Creating'
  | 'Updating'
  | 'ResolvingDNS'
  | 'Moving'
  | 'Deleting'
  | 'Succeeded'
  | 'Failed'
  | 'Canceled'
  | 'Disabled';

export interface ResourceGroup {
  resourceGroup: string;
  location: string;
  tags: Readonly<Record<string, string>>;
  state: ProvisioningState;
}

export interface NewResourceGroup extends ResourceGroupRef {
  location: string;
  tags: Readonly<Record<string, string>>;
}

export interface Account {
  resourceGroup: string;
  accountName: string;
  /** ARM's kind; only `OpenAI` and `AIServices` serve OpenAI models. */
  kind: string;
  location: string;
  state: ProvisioningState;
  tags: Readonly<Record<string, string>>;
  customSubDomainName?: string;
  /** Base URL of the OpenAI API, read back from the account, never built from its name. */
  openAiEndpoint?: string;
  networkAccess: SetupRequest['networkAccess'];
  ipRules: readonly string[];
  /** `disableLocalAuth`: the account refuses API keys. */
  keysDisabled: boolean;
}

interface DeletedAccount {
  accountName: string;
  resourceGroup: string;
  location: string;
  customSubDomainName?: string;
  tags: Readonly<Record<string, string>>;
}

/** A lock on the scope or above it. `ReadOnly` also forbids listing keys. */
export interface Lock {
  name: string;
  level: 'ReadOnly' | 'CanNotDelete';
  /** ARM id of what is locked. */
  scope: string;
}

/** A resource that a run would create, with the parameters of its verb. */
export type PlannedResource =
  | ({ subject: 'resource_group' } & NewResourceGroup)
  | ({ subject: 'account' } & NewAccount)
  | ({ subject: 'deployment' } & NewDeployment);

/** The effect of an Azure Policy on a planned resource. */
export interface PolicyFinding {
  subject: PlannedResource['subject'];
  effect: 'deny' | 'modify';
  /** Display name of the definition. */
  policy: string;
  assignment?: string;
  /** The subject of the policy; `other` if Azure names a property that setup does not set. */
  about: 'location' | 'tag' | 'public_access' | 'local_auth' | 'model' | 'other';
  tagName?: string;
  /** Values that the policy accepts, if known. */
  allowed?: readonly string[];
}

export interface NewAccount extends AccountRef {
  location: string;
  kind: AccountKind;
  customSubDomainName: string;
  networkAccess: SetupRequest['networkAccess'];
  ipRules: readonly string[];
  /** With `entra_id`, the account does not accept keys. Default `api_key`. */
  authentication?: Authentication;
  tags: Readonly<Record<string, string>>;
}

export interface Deployment {
  deploymentName: string;
  modelName: string;
  modelVersion: string;
  /** ARM's `sku.name`. */
  deploymentType: string;
  capacity: number;
  state: ProvisioningState;
  /** Absent if the deployment lists no capabilities. */
  chatCompletion?: boolean;
  versionUpgradeOption?: VersionUpgradeOption;
  tags: Readonly<Record<string, string>>;
}

export interface NewDeployment extends DeploymentRef {
  modelName: string;
  modelVersion: string;
  deploymentType: string;
  capacity: number;
  versionUpgradeOption: VersionUpgradeOption;
  tags: Readonly<Record<string, string>>;
}

export interface Content {
  name: string;
  tags: Readonly<Record<string, string>>;
}

export interface Azure extends AzureRoles {
  /** Tenants the signed-in identity belongs to. */
  tenants(): Promise<TenantOption[]>;
  /** Subscriptions of the token's own tenant. */
  subscriptions(): Promise<Subscription[]>;
  subscription(subscriptionId: string): Promise<Subscription | undefined>;
  /** Physical regions of the subscription in which an account of this kind can be created. */
  regions(subscriptionId: string, kind: AccountKind): Promise<Region[]>;
  resourceGroups(subscriptionId: string): Promise<ResourceGroup[]>;
  /** Accounts that can serve OpenAI models, in all regions and resource groups. */
  accounts(subscriptionId: string): Promise<Account[]>;
  deployments(ref: AccountRef): Promise<Deployment[]>;
  models(subscriptionId: string, location: string): Promise<OfferedModel[]>;
  /** The models of the account's region and kind, for people with permissions on the account only. */
  accountModels(ref: AccountRef, kind: AccountKind): Promise<OfferedModel[]>;
  usages(subscriptionId: string, location: string): Promise<Usage[]>;
  /** Effective permissions at the scope. */
  permissions(scope: Scope): Promise<Permission[]>;
  /** Locks on the account or group and above; on the subscription if the group does not exist. */
  locks(ref: ResourceGroupRef & Scope): Promise<Lock[]>;
  /** The effects of policies on the resource. Azure evaluates them; nothing is created. */
  policyFindings(planned: PlannedResource): Promise<PolicyFinding[]>;
  /** The service's available capacity for a model, in all regions. */
  capacities(
    subscriptionId: string,
    model: Pick<OfferedModel, 'modelName' | 'modelVersion'>,
  ): Promise<ModelCapacity[]>;
  /** True if the name is available as the first label of an endpoint. */
  isSubdomainFree(subscriptionId: string, subdomain: string, kind: AccountKind): Promise<boolean>;

  /** State of the `Microsoft.CognitiveServices` resource provider in the subscription. */
  providerState(subscriptionId: string): Promise<ProviderState>;
  registerProvider(subscriptionId: string): Promise<void>;

  resourceGroup(ref: ResourceGroupRef): Promise<ResourceGroup | undefined>;
  createResourceGroup(group: NewResourceGroup): Promise<void>;
  /** The resources in the group, of any type. Azure lists deleted ones for a while. */
  resourceGroupContents(ref: ResourceGroupRef): Promise<Content[]>;
  deleteResourceGroup(ref: ResourceGroupRef): Promise<void>;

  account(ref: AccountRef): Promise<Account | undefined>;
  /** Sends the request without waiting; the account is ready in the state `Succeeded`. */
  createAccount(account: NewAccount): Promise<void>;
  /** Changes only the network access of an existing account; keeps rules for virtual networks. */
  updateAccountNetwork(
    account: AccountRef & Pick<NewAccount, 'networkAccess' | 'ipRules'>,
  ): Promise<void>;
  /** For a minute or two, Azure still counts deleted deployments: `account_busy`. */
  deleteAccount(ref: AccountRef): Promise<void>;
  /** The soft-deleted account, which keeps its name and quota for 48 hours. */
  deletedAccount(ref: AccountRef, location: string): Promise<DeletedAccount | undefined>;
  /** All soft-deleted accounts of the subscription. */
  deletedAccounts(subscriptionId: string): Promise<DeletedAccount[]>;
  purgeAccount(ref: AccountRef, location: string): Promise<void>;
  /** Restores a soft-deleted account with its deployments, keys and endpoint, without an ownership tag. */
  restoreAccount(ref: AccountRef, location: string): Promise<void>;
  /** The first API key. Keep it in memory only. */
  accountKey(ref: AccountRef): Promise<string>;

  deployment(ref: DeploymentRef): Promise<Deployment | undefined>;
  /** Sends the request without waiting; the deployment is ready in the state `Succeeded`. */
  createDeployment(deployment: NewDeployment): Promise<void>;
  updateDeploymentCapacity(deployment: Omit<NewDeployment, 'tags'>): Promise<void>;
  deleteDeployment(ref: DeploymentRef): Promise<void>;

  /** URL of a resource in the portal of this cloud and tenant. */
  portalUrl(ref: ResourceGroupRef | AccountRef): string;
  cloud: Cloud;
  /** Suffix of account host names in this cloud, for example `openai.azure.com`. */
  openAiSuffix: string;
  /** The host that all accounts of the region share, which always exists. */
  regionalEndpoint(location: string): string;
}
