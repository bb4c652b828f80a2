import type {
  Account,
  AccountRef,
  Deployment,
  Lock,
  ModelCapacity,
  OfferedModel,
  Permission,
  PolicyFinding,
  ProviderState,
  Region,
  ResourceGroup,
  Subscription,
  Tenant,
  Usage,
} from '../../server/core/azure/azure';
import type { Cloud } from '../../common/sign_in';
import { fakeModels, fakeUsages } from './fake_models';

/** `reads`: how many more reads until Azure's own work on it is over. */
export type FakeResourceGroup = ResourceGroup & { subscriptionId: string; reads?: number };
export type FakeAccount = Account & { subscriptionId: string; reads?: number };
export type FakeDeployment = Deployment & AccountRef & { reads?: number };

/** An account in the 48-hour bin, with the quota and the name that it still holds. */
export interface FakeSoftDeleted {
  account: FakeAccount;
  deployments: FakeDeployment[];
  /** ISO 8601. */
  purgedAt?: string;
}

/** Azure as plain data. Change it at any time: the fake looks at it on every call. */
export interface FakeWorld {
  cloud: Cloud;
  tenantId: string;
  tenants: Tenant[];
  subscriptions: Subscription[];
  providerState: ProviderState;
  /** Reads for which a registration that was asked for is still `Registering`. */
  registrationReads: number;
  regions: Region[];
  /** Regions that Azure lists and then refuses to this subscription. */
  closedRegions: string[];
  resourceGroups: FakeResourceGroup[];
  accounts: FakeAccount[];
  deployments: FakeDeployment[];
  softDeleted: FakeSoftDeleted[];
  /** Things of other people's in our groups, by the group's name. */
  otherContents: Record<string, string[]>;
  /** Subdomains that somebody else in the world holds. */
  takenSubdomains: string[];
  /** What each region offers; a region that is not named here offers nothing. */
  models: Record<string, OfferedModel[]>;
  /** Quota by region; `used` is what others use, our deployments come on top. */
  usages: Record<string, Usage[]>;
  /** What the signed-in identity may do at the subscription. */
  permissions: Permission[];
  /** What it may do at a resource group, where that differs. */
  groupPermissions: Record<string, Permission[]>;
  /** Reads for which a new account is still `Creating`. */
  accountReads: number;
  /** Reads for which a new deployment is still `Creating`; Azure makes them at once. */
  deploymentReads: number;
  /** Reads for which a resource group that is being deleted is still there. */
  groupDeletionReads: number;
  /** On groups and subscriptions; they hold for everything below. */
  locks: Lock[];
  /**
   * Policies, as findings that are made when an account deserves them: `allowed` are the regions or the
   * values of the tag that pass. They act on the creation of an account, too.
   */
  policies: PolicyFinding[];
  /** The service's own free capacity; by `name/version` of the model; absent means that it does not say. */
  capacities: Record<string, ModelCapacity[]>;
}

export const fakeTenantId = '8a3c1f7e-1f7a-4d0c-9a51-2f6c7f1e0a01';
export const fakeSubscriptionId = '5d2b6c10-7e3f-4b6a-8d7e-91c4a5b6e202';

const regionNames = ['eastus2', 'swedencentral', 'eastus'];
const regions: Region[] = [
  { name: 'eastus2', displayName: 'East US 2', geography: 'United States', recommended: true },
  { name: 'swedencentral', displayName: 'Sweden Central', geography: 'Sweden', recommended: true },
  { name: 'eastus', displayName: 'East US', geography: 'United States', recommended: true },
];

const perRegion = <T>(make: () => T): Record<string, T> =>
  Object.fromEntries(regionNames.map((name) => [name, make()]));

/** One enabled subscription, empty, with good quota. */
export const makeFakeWorld = (world: Partial<FakeWorld> = {}): FakeWorld => ({
  cloud: 'public',
  tenantId: fakeTenantId,
  tenants: [
    {
      tenantId: fakeTenantId,
      displayName: 'Contoso',
      defaultDomain: 'contoso.onmicrosoft.com',
    },
  ],
  subscriptions: [
    {
      subscriptionId: fakeSubscriptionId,
      tenantId: fakeTenantId,
      displayName: 'Pay-As-You-Go',
      state: 'Enabled',
      quotaId: 'PayAsYouGo_2014-09-01',
    },
  ],
  providerState: 'Registered',
  registrationReads: 1,
  regions: structuredClone(regions),
  closedRegions: [],
  resourceGroups: [],
  accounts: [],
  deployments: [],
  softDeleted: [],
  otherContents: {},
  takenSubdomains: [],
  models: perRegion(fakeModels),
  usages: perRegion(fakeUsages),
  permissions: [{ actions: ['*'], notActions: [] }],
  groupPermissions: {},
  accountReads: 1,
  deploymentReads: 0,
  groupDeletionReads: 1,
  locks: [],
  policies: [],
  capacities: {},
  ...world,
});
