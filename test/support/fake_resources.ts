import { SetupError, type Problem } from '../../common/problem';
import type {
  Azure,
  ProvisioningState,
  ResourceGroup,
  ResourceGroupRef,
} from '../../server/core/azure/azure';
import type { FakeResourceGroup, FakeWorld } from './fake_world';

export const refuse = (problem: Problem): never => {
  throw new SetupError(problem);
};

/** Azure compares names without regard to case. */
export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Azure keeps a deleted account for 48 hours. */
export const purgedAt = (): string => new Date(Date.now() + 48 * 3_600_000).toISOString();

/** One look at a thing; Azure finishes its work on it when its reads are used up. */
export function lookAt<T extends { state: ProvisioningState; reads?: number }>(thing: T): T {
  if (thing.reads === undefined) return thing;
  if (thing.reads > 0) {
    thing.reads -= 1;
  } else {
    delete thing.reads;
    thing.state = 'Succeeded';
  }
  return thing;
}

const toGroup = ({ subscriptionId: _, reads: __, ...group }: FakeResourceGroup): ResourceGroup =>
  structuredClone(group);

export const findGroup = (world: FakeWorld, ref: ResourceGroupRef): FakeResourceGroup | undefined =>
  world.resourceGroups.find(
    (group) =>
      group.subscriptionId === ref.subscriptionId && same(group.resourceGroup, ref.resourceGroup),
  );

/** A group on its way out disappears when its reads are used up. */
function lookAtGroup(world: FakeWorld, ref: ResourceGroupRef): FakeResourceGroup | undefined {
  const group = findGroup(world, ref);
  if (group?.state !== 'Deleting') return group;
  if (group.reads) {
    group.reads -= 1;
    return group;
  }
  world.resourceGroups = world.resourceGroups.filter((other) => other !== group);
  return undefined;
}

type Verbs = Pick<
  Azure,
  | 'tenants'
  | 'subscriptions'
  | 'subscription'
  | 'regions'
  | 'permissions'
  | 'providerState'
  | 'registerProvider'
  | 'resourceGroups'
  | 'resourceGroup'
  | 'createResourceGroup'
  | 'resourceGroupContents'
  | 'deleteResourceGroup'
>;

export function fakeResources(world: FakeWorld): Verbs {
  let registeringReads = 0;
  return {
    tenants: async () => structuredClone(world.tenants),
    subscriptions: async () => structuredClone(world.subscriptions),
    subscription: async (id) =>
      structuredClone(world.subscriptions.find((one) => same(one.subscriptionId, id))),
    regions: async () => structuredClone(world.regions),
    permissions: async ({ resourceGroup }) =>
      structuredClone(
        (resourceGroup && world.groupPermissions[resourceGroup]) || world.permissions,
      ),

    async providerState() {
      if (world.providerState === 'Registering' && registeringReads-- <= 0) {
        world.providerState = 'Registered';
      }
      return world.providerState;
    },
    async registerProvider() {
      if (world.providerState === 'Registered') return;
      world.providerState = 'Registering';
      registeringReads = world.registrationReads;
    },

    resourceGroups: async (subscriptionId) =>
      world.resourceGroups.filter((group) => group.subscriptionId === subscriptionId).map(toGroup),
    async resourceGroup(ref) {
      const group = lookAtGroup(world, ref);
      return group && toGroup(group);
    },
    async createResourceGroup({ subscriptionId, resourceGroup, location, tags }) {
      const group = findGroup(world, { subscriptionId, resourceGroup });
      if (group?.state === 'Deleting') refuse({ code: 'resource_group_deleting' });
      if (group && group.location !== location) {
        const detail = { location: group.location };
        refuse({ code: 'resource_group_location_conflict', field: 'location', detail });
      }
      if (group) group.tags = { ...tags };
      else {
        const state = 'Succeeded';
        const tagged = { resourceGroup, location, tags: { ...tags }, state } as const;
        world.resourceGroups.push({ subscriptionId, ...tagged });
      }
    },
    async resourceGroupContents(ref) {
      const group = findGroup(world, ref) ?? refuse({ code: 'resource_group_not_found' });
      const accounts = world.accounts.filter(({ resourceGroup }) =>
        same(resourceGroup, group.resourceGroup),
      );
      return [
        ...accounts.map(({ accountName: name, tags }) => ({ name, tags })),
        ...(world.otherContents[group.resourceGroup] ?? []).map((name) => ({ name, tags: {} })),
      ];
    },
    async deleteResourceGroup(ref) {
      const group = findGroup(world, ref);
      if (!group) return;
      const inside = ({ resourceGroup }: { resourceGroup: string }) =>
        same(resourceGroup, group.resourceGroup);
      for (const account of world.accounts.filter(inside)) {
        const { accountName } = account;
        const deployments = world.deployments.filter(
          (one) => inside(one) && same(one.accountName, accountName),
        );
        world.softDeleted.push({ account, deployments, purgedAt: purgedAt() });
      }
      world.accounts = world.accounts.filter((account) => !inside(account));
      world.deployments = world.deployments.filter((deployment) => !inside(deployment));
      group.state = 'Deleting';
      group.reads = world.groupDeletionReads;
    },
  };
}
