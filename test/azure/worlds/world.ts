import type { Cloud } from '../hosts';
import type { Delays } from '../speed';
import type { RoleDefinition, RoleName } from './roles';
import type { StsCode } from '../sts_errors';

/** A directory of Entra ID. */
export interface SimTenant {
  tenantId: string;
  cloud: Cloud;
  displayName: string;
  /** The first one is the default domain. */
  domains: readonly string[];
}

export interface RoleAssignment {
  /** An ARM id: a subscription, a resource group or a resource. */
  scope: string;
  /** By name, or a role of the company's own. */
  role: RoleName | RoleDefinition;
  /** Its GUID; the assignments of a world get one from what they are. */
  name?: string;
  description?: string;
  /** Epoch milliseconds. */
  createdAt?: number;
  /** Epoch milliseconds from which the data plane knows it; absent: always. */
  effectiveAt?: number;
}

interface Identity {
  oid: string;
  displayName: string;
  assignments: RoleAssignment[];
}

export interface SimUser extends Identity {
  kind: 'user';
  upn: string;
  /** The home tenant first, then those in which the person is a guest. */
  tenantIds: readonly string[];
  /** Why Entra ID turns this person down after the password. */
  refusal?: StsCode;
  /** Signs in with a password alone until a claims challenge asks for more; ARM then refuses writes. */
  secondFactor?: 'on_challenge';
  /** Conditional Access stops this person on the sign-in page: the token endpoint never hears of it. */
  blockedInBrowser?: boolean;
}

export interface SimApp extends Identity {
  kind: 'app';
  clientId: string;
  tenantIds: readonly string[];
  secrets: readonly { value: string; expired?: boolean }[];
  /** "Allow public client flows": needed for device codes. */
  publicClient: boolean;
  /** Tenants without consent to the application. */
  consentMissing?: boolean;
  /** Microsoft's own applications are known in every tenant. */
  everywhere?: boolean;
}

export type Principal = SimUser | SimApp;

export interface Registration {
  state: 'NotRegistered' | 'Registering' | 'Registered' | 'Unregistering' | 'Unregistered';
  /** Epoch milliseconds when `Registering` ends. */
  readyAt?: number;
}

/** Quota of a subscription in units of capacity; a row is named as in the usages list, lower-cased. */
export interface Quota {
  /** Limit of every row not named below. */
  limit: number;
  /** By usage name, or by `region/usage name`. */
  limits: Readonly<Record<string, number>>;
  /** Used up by things this world does not show; same keys as `limits`. */
  used: Readonly<Record<string, number>>;
  /** Models, by name, whose rows the usages list leaves out. */
  unlisted?: readonly string[];
}

/** A management lock; it counts at its own scope and below. */
export interface SimLock {
  name: string;
  /** `ReadOnly` forbids every write and the listing of keys, `CanNotDelete` only deletions. */
  level: 'ReadOnly' | 'CanNotDelete';
  notes?: string;
}

/** An Azure Policy assignment of a subscription. */
export interface SimPolicy {
  assignmentName: string;
  displayName: string;
  /** `deny` refuses; `modify` quietly switches keys off. */
  effect: 'deny' | 'modify';
  /** Type of the resources it looks at, lower-cased. */
  resourceType: string;
  /** Denied unless the resource has this tag. */
  requiredTag?: string;
  /** Denied unless the resource lies in one of these regions. */
  allowedLocations?: readonly string[];
  /** Denied while the public network can call it. */
  denyPublicAccess?: boolean;
  /** Denied while API keys work. */
  denyKeys?: boolean;
  /** Names of the models that a deployment can have. */
  approvedModels?: readonly string[];
}

export interface SimSubscription {
  subscriptionId: string;
  tenantId: string;
  displayName: string;
  state: 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted';
  quotaId: string;
  spendingLimit: 'On' | 'Off';
  registration: Registration;
  /** State of the resource provider that answers what policies would do; absent: registered. */
  policyInsights?: 'NotRegistered';
  quota: Quota;
  policies: readonly SimPolicy[];
  locks: readonly SimLock[];
  /** Regions that refuse new accounts with `RequestDisallowedByAzure`. */
  closedRegions: readonly string[];
  /** False: the offer type cannot have Azure OpenAI at all. */
  eligible: boolean;
  /** Units that the service itself has left in a region, for any model; absent: plenty. */
  serviceCapacity: Readonly<Record<string, number>>;
  /** Gated models that were granted, by model name. */
  grantedModels: readonly string[];
}

export interface SimGroup {
  subscriptionId: string;
  name: string;
  location: string;
  tags: Record<string, string>;
  /** Epoch milliseconds when a deletion ends. */
  deletingUntil?: number;
  locks: readonly SimLock[];
  /** Resources of other services in the group. */
  others: readonly { name: string; type: string }[];
}

export interface SimModelRef {
  format: string;
  name: string;
  version: string;
}

interface OperationFailure {
  code: string;
  message: string;
}

export interface SimDeployment {
  name: string;
  sku: { name: string; capacity: number };
  model: SimModelRef;
  versionUpgradeOption: string;
  raiPolicyName: string;
  tags: Record<string, string>;
  createdAt: number;
  /** Epoch milliseconds when it is `Succeeded`, and when the data plane knows it. */
  readyAt: number;
  visibleAt: number;
  /** A permanent state. */
  fixedState?: 'Failed' | 'Disabled' | 'Creating';
  failure?: OperationFailure;
  etag: string;
}

export interface NetworkAcls {
  defaultAction: 'Allow' | 'Deny';
  ipRules: { value: string }[];
  virtualNetworkRules: { id: string }[];
  bypass?: string;
}

export interface SimAccount {
  subscriptionId: string;
  groupName: string;
  name: string;
  /** As the creator spelled it; Azure echoes that. */
  location: string;
  kind: string;
  skuName: string;
  tags: Record<string, string>;
  identity?: { type: string };
  customSubDomainName?: string;
  publicNetworkAccess: 'Enabled' | 'Disabled';
  networkAcls?: NetworkAcls;
  disableLocalAuth: boolean;
  allowProjectManagement: boolean;
  keys: { key1: string; key2: string };
  createdAt: number;
  createdBy: string;
  readyAt: number;
  locks: readonly SimLock[];
  /** Another client's change to it is in progress until this time, in epoch milliseconds. */
  updatingUntil?: number;
  failure?: OperationFailure;
  deletedAt?: number;
  /** Epoch milliseconds until which ARM believes that the deleted deployments are there. */
  nestedUntil?: number;
  lastDeleted?: string;
  operationId: string;
  etag: string;
  deployments: SimDeployment[];
}

/** The state of one simulated Azure. */
export interface WorldState {
  /** One sentence for a person who picks a world. */
  description: string;
  tenants: SimTenant[];
  users: SimUser[];
  apps: SimApp[];
  subscriptions: SimSubscription[];
  groups: SimGroup[];
  accounts: SimAccount[];
  /** The public cloud has thirty regions with offers instead of nine. */
  furtherRegions?: boolean;
  /** Why prices cannot be told; absent: ARM names meters, and the price list has them. */
  prices?: 'no_meter_ids' | 'unreachable' | 'unit_unknown';
  /** Subdomains with this prefix belong to other customers. */
  takenPrefix: string;
  /** Address that the data plane sees as the caller's, for network rules. */
  callerAddress: string;
  tokenLifeMs: number;
  /** Items on a page of subscriptions and resource groups; undefined: one page. */
  pageSize?: number;
  /** The second page of a list is empty and points on, which is legal. */
  emptyPage: boolean;
  delays: Partial<Delays>;
}
