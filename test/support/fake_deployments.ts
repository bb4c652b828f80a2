import type { Problem } from '../../common/problem';
import type {
  Azure,
  Deployment,
  DeploymentRef,
  NewDeployment,
  OfferedModel,
  OfferedSku,
  Usage,
} from '../../server/core/azure/azure';
import { findAccount } from './fake_accounts';
import { lookAt, refuse, same } from './fake_resources';
import type { FakeAccount, FakeDeployment, FakeWorld } from './fake_world';

const toDeployment = (fake: FakeDeployment): Deployment => {
  const { subscriptionId: _, resourceGroup: __, accountName: ___, reads: ____, ...rest } = fake;
  return structuredClone(rest);
};

const isOf = (fake: FakeDeployment, account: FakeAccount): boolean =>
  same(fake.accountName, account.accountName) && same(fake.resourceGroup, account.resourceGroup);

const find = (world: FakeWorld, ref: DeploymentRef): FakeDeployment | undefined => {
  const account = findAccount(world, ref);
  return world.deployments.find(
    (one) => account && isOf(one, account) && same(one.deploymentName, ref.deploymentName),
  );
};

const offers = (world: FakeWorld, location: string): OfferedModel[] => world.models[location] ?? [];

function skuOf(world: FakeWorld, account: FakeAccount, wanted: NewDeployment | FakeDeployment) {
  const model = offers(world, account.location).find(
    ({ kind, modelName, modelVersion }) =>
      kind === account.kind &&
      modelName === wanted.modelName &&
      modelVersion === wanted.modelVersion,
  );
  return {
    model,
    sku: model?.skus.find(({ deploymentType }) => deploymentType === wanted.deploymentType),
  };
}

/** Units that this row counts: those in use, and those held by accounts in the bin. */
function ours(world: FakeWorld, location: string, row: string, except?: FakeDeployment): number {
  const living = world.accounts.map((account) => ({
    account,
    deployments: world.deployments.filter((one) => isOf(one, account)),
  }));
  return [...living, ...world.softDeleted]
    .filter(({ account }) => account.location === location)
    .flatMap(({ account, deployments }) => deployments.map((one) => ({ account, one })))
    .filter(({ one }) => one !== except)
    .filter(({ account, one }) => same(skuOf(world, account, one).sku?.usageName ?? '', row))
    .reduce((sum, { one }) => sum + one.capacity, 0);
}

const usagesOf = (world: FakeWorld, location: string, except?: FakeDeployment): Usage[] =>
  (world.usages[location] ?? []).map(({ name, used, limit }) => ({
    name: name.toLowerCase(),
    used: used + ours(world, location, name, except),
    limit,
  }));

function admitModel(model: OfferedModel | undefined): OfferedModel {
  if (!model) return refuse({ code: 'model_not_offered', field: 'modelName' });
  if (model.lifecycleStatus === 'Deprecating') {
    refuse({ code: 'model_deprecating', field: 'modelVersion' });
  }
  if (model.lifecycleStatus === 'Deprecated') {
    refuse({ code: 'model_deprecated', field: 'modelVersion' });
  }
  return model;
}

/** Azure has one code for a type and for a capacity that does not fit. */
const unfit: Problem = { code: 'deployment_type_not_supported', field: 'deploymentType' };

function admitCapacity(sku: OfferedSku, capacity: number): void {
  const tooMuch = sku.maximum !== undefined && capacity > sku.maximum;
  if (capacity < sku.minimum || tooMuch || (capacity - sku.minimum) % sku.step !== 0) {
    refuse(unfit);
  }
}

function admit(world: FakeWorld, wanted: NewDeployment, existing?: FakeDeployment): void {
  const account = findAccount(world, wanted) ?? refuse({ code: 'resource_not_found' });
  const siblings = world.deployments.filter((one) => isOf(one, account));
  const busy = account.state !== 'Succeeded' || siblings.some(({ reads }) => reads !== undefined);
  if (busy) refuse({ code: 'account_busy' });

  const { model, sku } = skuOf(world, account, wanted);
  admitModel(model);
  if (!sku) return refuse(unfit);
  admitCapacity(sku, wanted.capacity);

  const row = usagesOf(world, account.location, existing).find(({ name }) =>
    same(name, sku.usageName),
  );
  const { used, limit } = row ?? { used: 0, limit: 0 };
  const free = limit - used;
  if (wanted.capacity > free) {
    const detail = { needed: wanted.capacity, free, used, limit };
    refuse({ code: 'insufficient_quota', field: 'capacity', detail });
  }
}

type Verbs = Pick<
  Azure,
  | 'models'
  | 'accountModels'
  | 'usages'
  | 'deployments'
  | 'deployment'
  | 'createDeployment'
  | 'deleteDeployment'
>;

export const fakeDeployments = (world: FakeWorld): Verbs => ({
  models: async (_subscriptionId, location) => structuredClone(offers(world, location)),
  async accountModels(ref) {
    const { location, kind } = findAccount(world, ref) ?? refuse({ code: 'resource_not_found' });
    return structuredClone(offers(world, location).filter((model) => model.kind === kind));
  },
  usages: async (_subscriptionId, location) => usagesOf(world, location),
  async deployments(ref) {
    const account = findAccount(world, ref) ?? refuse({ code: 'resource_not_found' });
    return world.deployments.filter((one) => isOf(one, account)).map(toDeployment);
  },
  async deployment(ref) {
    const deployment = find(world, ref);
    return deployment && toDeployment(lookAt(deployment));
  },
  async createDeployment(wanted) {
    const existing = find(world, wanted);
    admit(world, wanted, existing);
    world.deployments = world.deployments.filter((one) => one !== existing);
    const reads = world.deploymentReads;
    const progress = reads
      ? ({ state: 'Creating', reads } as const)
      : { state: 'Succeeded' as const };
    world.deployments.push({ ...structuredClone(wanted), ...progress });
  },
  async deleteDeployment(ref) {
    const deployment = find(world, ref);
    world.deployments = world.deployments.filter((one) => one !== deployment);
  },
});
