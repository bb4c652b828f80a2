import * as v from 'valibot';
import { SetupError, type Problem } from '../../common/problem';
import type { Azure } from '../../server/core/azure/azure';
import { clouds, regionalEndpoint } from '../../server/core/azure/clouds';
import { withKnownDetail, type Target } from '../../server/core/azure/arm/known_detail';
import { groupPath, portalUrl } from '../../server/core/azure/arm_paths';
import { fakeAccounts } from './fake_accounts';
import { fakeDeployments } from './fake_deployments';
import { findingsAbout, locksOn, refuseLocked } from './fake_policies';
import { fakeResources, refuse } from './fake_resources';
import { missingRight } from './fake_rights';
import { makeFakeWorld, type FakeWorld } from './fake_world';

/** Everything of the port that travels to Azure. */
export type AzureVerb = Exclude<keyof Azure, 'portalUrl' | 'openAiSuffix' | 'regionalEndpoint'>;

const effectful: readonly string[] = [
  'registerProvider',
  'createResourceGroup',
  'deleteResourceGroup',
  'createAccount',
  'updateAccountNetwork',
  'deleteAccount',
  'purgeAccount',
  'restoreAccount',
  'createDeployment',
  'deleteDeployment',
] satisfies AzureVerb[];

export interface FakeAzure extends Azure {
  world: FakeWorld;
  /** The effectful verbs in the order in which they were sent, refused ones included. */
  writes: string[];
  /**
   * Lets the next calls of the verb fail, once unless told. `when: 'after'` does the deed first: the
   * answer was lost.
   */
  fail(verb: AzureVerb, problem: Problem, times?: number, when?: 'before' | 'after'): void;
}

interface Fault {
  verb: AzureVerb;
  problem: Problem;
  times: number;
  when: 'before' | 'after';
}

const parameter = v.fallback(v.optional(v.string()), undefined);
const targetShape = v.object({
  subscriptionId: parameter,
  resourceGroup: parameter,
  accountName: parameter,
  customSubDomainName: parameter,
  location: parameter,
  modelName: parameter,
  deploymentType: parameter,
});

/** What a verb is about: its first argument is a subscription's id or holds all the names. */
function targetOf([first]: readonly unknown[]): Target {
  if (typeof first === 'string') return { subscriptionId: first };
  return typeof first === 'object' ? v.parse(targetShape, first) : {};
}

/** Refusals tell what they are about, as the real adapter's do. */
async function informed<T>(target: Target, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(withKnownDetail(error.problem, target));
  }
}

/** What Azure's front door asks of every call: the subscription, its state and one's rights. */
function admit(world: FakeWorld, verb: AzureVerb, target: Target): void {
  const { subscriptionId, resourceGroup } = target;
  if (!subscriptionId || verb === 'subscription') return;
  const subscription = world.subscriptions.find((one) => one.subscriptionId === subscriptionId);
  if (!subscription) return refuse({ code: 'subscription_not_found', field: 'subscriptionId' });
  const action = missingRight(world, verb, resourceGroup);
  if (action) {
    const path = resourceGroup
      ? groupPath({ subscriptionId, resourceGroup })
      : `/subscriptions/${subscriptionId}`;
    refuse({ code: 'authorization_failed', detail: { action, scope: path } });
  }
  const readOnly = ['Warned', 'Disabled', 'Deleted'].includes(subscription.state);
  if (readOnly && effectful.includes(verb)) refuse({ code: 'subscription_disabled' });
  refuseLocked(world, verb, { subscriptionId, resourceGroup });
}

/** Azure in memory, with Azure's rules as far as our code can notice them. */
export function createFakeAzure(given: Partial<FakeWorld> = {}): FakeAzure {
  const world = makeFakeWorld(given);
  const writes: string[] = [];
  const faults: Fault[] = [];

  const strike = (verb: AzureVerb, when: Fault['when']): void => {
    const fault = faults.find((one) => one.verb === verb && one.when === when && one.times > 0);
    if (!fault) return;
    fault.times -= 1;
    throw new SetupError(fault.problem);
  };

  /** The verb behind the front door. */
  const guard =
    <A extends readonly unknown[], R>(verb: AzureVerb, act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (effectful.includes(verb)) writes.push(verb);
      strike(verb, 'before');
      const target = targetOf(args);
      const result = await informed(target, () => {
        admit(world, verb, target);
        return act(...args);
      });
      strike(verb, 'after');
      return result;
    };

  const resources = fakeResources(world);
  const accounts = fakeAccounts(world);
  const deployments = fakeDeployments(world);
  return {
    world,
    writes,
    fail: (verb, problem, times = 1, when = 'before') =>
      void faults.push({ verb, problem, times, when }),

    tenants: guard('tenants', resources.tenants),
    subscriptions: guard('subscriptions', resources.subscriptions),
    subscription: guard('subscription', resources.subscription),
    regions: guard('regions', resources.regions),
    permissions: guard('permissions', resources.permissions),
    providerState: guard('providerState', resources.providerState),
    registerProvider: guard('registerProvider', resources.registerProvider),
    resourceGroups: guard('resourceGroups', resources.resourceGroups),
    resourceGroup: guard('resourceGroup', resources.resourceGroup),
    createResourceGroup: guard('createResourceGroup', resources.createResourceGroup),
    resourceGroupContents: guard('resourceGroupContents', resources.resourceGroupContents),
    deleteResourceGroup: guard('deleteResourceGroup', resources.deleteResourceGroup),

    accounts: guard('accounts', accounts.accounts),
    account: guard('account', accounts.account),
    createAccount: guard('createAccount', accounts.createAccount),
    updateAccountNetwork: guard('updateAccountNetwork', accounts.updateAccountNetwork),
    deleteAccount: guard('deleteAccount', accounts.deleteAccount),
    deletedAccount: guard('deletedAccount', accounts.deletedAccount),
    purgeAccount: guard('purgeAccount', accounts.purgeAccount),
    accountKey: guard('accountKey', accounts.accountKey),
    deletedAccounts: guard('deletedAccounts', accounts.deletedAccounts),
    restoreAccount: guard('restoreAccount', accounts.restoreAccount),
    isSubdomainFree: guard('isSubdomainFree', accounts.isSubdomainFree),

    locks: guard('locks', async (ref) => locksOn(world, ref)),
    policyFindings: guard('policyFindings', async (planned) =>
      planned.subject === 'account' ? findingsAbout(world, planned) : [],
    ),
    capacities: guard('capacities', async (_subscriptionId, model) =>
      structuredClone(world.capacities[`${model.modelName}/${model.modelVersion}`] ?? []),
    ),
    models: guard('models', deployments.models),
    accountModels: guard('accountModels', deployments.accountModels),
    usages: guard('usages', deployments.usages),
    deployments: guard('deployments', deployments.deployments),
    deployment: guard('deployment', deployments.deployment),
    createDeployment: guard('createDeployment', deployments.createDeployment),
    deleteDeployment: guard('deleteDeployment', deployments.deleteDeployment),

    portalUrl: (ref) => portalUrl(world.cloud, world.tenantId, ref),
    openAiSuffix: clouds[world.cloud].openAi,
    regionalEndpoint: (location) => regionalEndpoint(world.cloud, location),
  };
}
