import type {
  Account,
  AccountRef,
  Azure,
  DeletedAccount,
  NewAccount,
} from '../../server/core/azure/azure';
import { clouds } from '../../server/core/azure/clouds';
import { governed } from './fake_policies';
import { findGroup, lookAt, purgedAt, refuse, same } from './fake_resources';
import type { FakeAccount, FakeSoftDeleted, FakeWorld } from './fake_world';

const toAccount = ({ subscriptionId: _, reads: __, ...account }: FakeAccount): Account =>
  structuredClone(account);

const toDeleted = ({ account, purgedAt: at }: FakeSoftDeleted): DeletedAccount => {
  const { accountName, resourceGroup, location, customSubDomainName, tags } = account;
  return {
    accountName,
    resourceGroup,
    location,
    ...(customSubDomainName && { customSubDomainName }),
    tags: { ...tags },
    ...(at && { purgedAt: at }),
  };
};

const isAt =
  (ref: AccountRef) =>
  (account: FakeAccount): boolean =>
    account.subscriptionId === ref.subscriptionId &&
    same(account.resourceGroup, ref.resourceGroup) &&
    same(account.accountName, ref.accountName);

export const findAccount = (world: FakeWorld, ref: AccountRef): FakeAccount | undefined =>
  world.accounts.find(isAt(ref));

const subdomainHolder = (world: FakeWorld, subdomain: string): FakeAccount | undefined =>
  [...world.accounts, ...world.softDeleted.map(({ account }) => account)].find((account) =>
    same(account.customSubDomainName ?? '', subdomain),
  );

const isTaken = (world: FakeWorld, subdomain: string): boolean =>
  world.takenSubdomains.some((taken) => same(taken, subdomain));

/** Azure's rules for a PUT of an account, in the order in which it applies them. */
function admit(world: FakeWorld, wanted: NewAccount): FakeAccount | undefined {
  const { location, customSubDomainName: subdomain } = wanted;
  if (world.providerState !== 'Registered') refuse({ code: 'provider_not_registered' });
  if (!findGroup(world, wanted)) {
    refuse({ code: 'resource_group_not_found', field: 'resourceGroup' });
  }
  if (!world.regions.some(({ name }) => name === location)) {
    refuse({ code: 'location_not_available', field: 'location' });
  }
  if (world.closedRegions.includes(location)) refuse({ code: 'region_closed', field: 'location' });
  // Policies speak before the service itself does.
  governed(world, wanted);
  const existing = findAccount(world, wanted);
  if (existing && existing.location !== location) {
    const detail = { location: existing.location };
    refuse({ code: 'account_location_conflict', field: 'accountName', detail });
  }
  if (existing?.reads !== undefined) refuse({ code: 'account_busy' });
  if (!existing && world.softDeleted.some(({ account }) => isAt(wanted)(account))) {
    refuse({ code: 'account_soft_deleted', field: 'accountName' });
  }
  const holder = subdomainHolder(world, subdomain);
  if (isTaken(world, subdomain) || (holder && holder !== existing)) {
    refuse({ code: 'subdomain_taken', field: 'customSubDomainName' });
  }
  return existing;
}

/** Azure takes some reads to make an account, or to take it out of the bin. */
const progress = ({ accountReads: reads }: FakeWorld) =>
  reads ? ({ state: 'Creating', reads } as const) : ({ state: 'Succeeded' } as const);

function toFakeAccount(world: FakeWorld, wanted: NewAccount): FakeAccount {
  const account = { ...wanted, ...governed(world, wanted) };
  return {
    ...structuredClone(account),
    ...progress(world),
    openAiEndpoint: `https://${wanted.customSubDomainName}.${clouds[world.cloud].openAi}/`,
  };
}

type Verbs = Pick<
  Azure,
  | 'accounts'
  | 'account'
  | 'createAccount'
  | 'updateAccountNetwork'
  | 'deleteAccount'
  | 'deletedAccount'
  | 'deletedAccounts'
  | 'restoreAccount'
  | 'purgeAccount'
  | 'accountKey'
  | 'isSubdomainFree'
>;

export const fakeAccounts = (world: FakeWorld): Verbs => ({
  accounts: async (subscriptionId) =>
    world.accounts
      .filter((account) => account.subscriptionId === subscriptionId)
      .filter(({ kind }) => kind === 'OpenAI' || kind === 'AIServices')
      .map(toAccount),
  async account(ref) {
    const account = findAccount(world, ref);
    return account && toAccount(lookAt(account));
  },
  async createAccount(wanted) {
    const existing = admit(world, wanted);
    world.accounts = world.accounts.filter((account) => account !== existing);
    world.accounts.push(toFakeAccount(world, wanted));
  },
  async updateAccountNetwork({ networkAccess, ipRules, ...ref }) {
    const account = findAccount(world, ref) ?? refuse({ code: 'resource_not_found' });
    Object.assign(account, { networkAccess, ipRules });
  },
  async deleteAccount(ref) {
    const account = findAccount(world, ref);
    if (!account) return;
    const { accountName, resourceGroup } = account;
    const nested = world.deployments.some(
      (one) => same(one.accountName, accountName) && same(one.resourceGroup, resourceGroup),
    );
    if (nested) refuse({ code: 'resource_not_empty' });
    world.accounts = world.accounts.filter((other) => other !== account);
    world.softDeleted.push({ account, deployments: [], purgedAt: purgedAt() });
  },
  async deletedAccount(ref, location) {
    const found = world.softDeleted.find(
      ({ account }) => isAt(ref)(account) && account.location === location,
    );
    if (!found) return undefined;
    return toDeleted(found);
  },
  deletedAccounts: async (subscriptionId) =>
    world.softDeleted
      .filter(({ account }) => account.subscriptionId === subscriptionId)
      .map(toDeleted),
  async restoreAccount(ref, location) {
    const found = world.softDeleted.find(
      ({ account }) => isAt(ref)(account) && account.location === location,
    );
    if (!findGroup(world, ref)) {
      refuse({ code: 'resource_group_not_found', field: 'resourceGroup' });
    }
    if (!found) return refuse({ code: 'resource_not_found' });
    world.softDeleted = world.softDeleted.filter((other) => other !== found);
    world.accounts.push({ ...found.account, ...progress(world) });
    world.deployments.push(...found.deployments);
  },
  async purgeAccount(ref, location) {
    world.softDeleted = world.softDeleted.filter(
      ({ account }) => !isAt(ref)(account) || account.location !== location,
    );
  },
  async accountKey(ref) {
    const account = findAccount(world, ref) ?? refuse({ code: 'resource_not_found' });
    if (account.keysDisabled) refuse({ code: 'keys_disabled' });
    return `fake-key-of-${account.accountName}`;
  },
  isSubdomainFree: async (_subscriptionId, subdomain) =>
    !isTaken(world, subdomain) && !subdomainHolder(world, subdomain),
});
