import { valuesOf } from '../../../common/problem';
import type { Verdict } from '../../../common/check';
import type { SetupRequest } from '../../../common/setup_request';
import { aCheckContext } from '../../../test/support/a_check_context';
import { aSetupRequest } from '../../../test/support/a_setup_request';
import { createFakeAzure, type FakeAzure } from '../../../test/support/fake_azure';
import { account } from './account';
import { verdictsOf, type Check } from './check';
import { nameFree } from './name_free';
import { permissions } from './permissions';
import { resourceGroup } from './resource_group';
import { subscription } from './subscription';

const judged = async (
  check: Check,
  azure: FakeAzure,
  change: Partial<SetupRequest> = {},
): Promise<Verdict[]> => verdictsOf(check, await aCheckContext(azure, change));

const { subscriptionId } = aSetupRequest();
const aGroup = (resourceGroup: string) =>
  ({ subscriptionId, resourceGroup, location: 'eastus2', tags: {}, state: 'Succeeded' }) as const;
const all = [{ actions: ['*'], notActions: [] }];
const reads = [{ actions: ['*/read'], notActions: [] }];
const passed = (check: Verdict['check']): Verdict[] => [{ check, status: 'pass' }];

describe('a subscription', () => {
  it.each(['Warned', 'Disabled', 'Deleted'])('that is %s takes no writes', async (state) => {
    const azure = createFakeAzure();
    for (const one of azure.world.subscriptions) one.state = state;
    expect(await judged(subscription, azure)).toMatchObject([
      { status: 'fail', problem: { code: 'subscription_disabled', detail: { state } } },
    ]);
  });

  it.each(['Enabled', 'PastDue'])('that is %s does', async (state) => {
    const azure = createFakeAzure();
    for (const one of azure.world.subscriptions) one.state = state;
    expect(await judged(subscription, azure)).toEqual(passed('subscription'));
  });
});

describe('the number of accounts', () => {
  const counting = (rows: Record<string, [used: number, limit: number]>) =>
    createFakeAzure({
      usages: {
        eastus2: Object.entries(rows).map(([name, [used, limit]]) => ({ name, used, limit })),
      },
    });

  it('has a limit for each kind', async () => {
    const azure = counting({
      'openai.s0.accountcount': [30, 30],
      'aiservices.s0.accountcount': [4, 100],
    });
    expect(await judged(account, azure, { kind: 'AIServices' })).toEqual(passed('account'));
    expect(await judged(account, azure)).toMatchObject([
      { problem: { code: 'account_limit_reached', detail: { used: 30, limit: 30 } } },
    ]);
    const other = counting({
      'openai.s0.accountcount': [3, 30],
      'aiservices.s0.accountcount': [100, 100],
    });
    expect(await judged(account, other)).toEqual(passed('account'));
    expect(await judged(account, other, { kind: 'AIServices' })).toMatchObject([
      { problem: { code: 'account_limit_reached', detail: { used: 100, limit: 100 } } },
    ]);
  });
});

describe('the name of a resource group', () => {
  const odd = { resourceGroup: 'rg-①' };

  it('has to follow the rules when the group is new', async () => {
    expect(await judged(resourceGroup, createFakeAzure(), odd)).toMatchObject([
      { status: 'fail', problem: { code: 'invalid_request', field: 'resourceGroup' } },
    ]);
  });

  it('is held to no rule when the group cannot be read', async () => {
    const azure = createFakeAzure();
    azure.fail('resourceGroup', { code: 'authorization_failed' });
    expect(await judged(resourceGroup, azure, odd)).toEqual(passed('resource_group'));
  });
});

describe('rights', () => {
  it('that an existing group lacks lead to a group that has them', async () => {
    const azure = createFakeAzure({
      permissions: reads,
      resourceGroups: [aGroup('rg-others'), aGroup('rg-mine')],
      groupPermissions: { 'rg-mine': all },
    });
    const found = await judged(permissions, azure, { resourceGroup: 'rg-others' });
    const makes = found.find(({ problem }) =>
      /accounts\/write$/.test(String(valuesOf(problem).action)),
    );
    expect(makes?.fixes).toMatchObject([
      { code: 'use_resource_group', change: { resourceGroup: 'rg-mine' } },
    ]);
  });

  it('are named at a scope that a command takes as it is', async () => {
    const azure = createFakeAzure({ permissions: reads, resourceGroups: [aGroup('rg-größe')] });
    const [found] = await judged(permissions, azure, { resourceGroup: 'rg-größe' });
    expect(valuesOf(found?.problem).scope).toBe(
      `/subscriptions/${subscriptionId}/resourceGroups/rg-größe`,
    );
  });

  const purge = 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete';

  it('to purge are held at the subscription, and asked for only when something is purged', async () => {
    const azure = createFakeAzure({
      permissions: reads,
      resourceGroups: [aGroup('rg-mine')],
      groupPermissions: { 'rg-mine': all },
    });
    const mine = { resourceGroup: 'rg-mine' };
    expect(await judged(permissions, azure, mine)).toEqual(passed('permissions'));
    const restoring = { ...mine, onDeletedAccount: 'restore' } as const;
    expect(await judged(permissions, azure, restoring)).toEqual(passed('permissions'));
    expect(await judged(permissions, azure, { ...mine, onDeletedAccount: 'purge' })).toMatchObject([
      {
        status: 'fail',
        problem: { detail: { action: purge, scope: `/subscriptions/${subscriptionId}` } },
      },
    ]);
  });
});

describe('the name of an endpoint', () => {
  const { accountName, location } = aSetupRequest();
  const binned = async () => {
    const azure = createFakeAzure({ takenSubdomains: ['somebody-elses'], accountReads: 0 });
    const group = { subscriptionId, resourceGroup: 'kibana-openai' };
    const ref = { ...group, accountName };
    await azure.createResourceGroup({ ...group, location, tags: {} });
    const rest = { kind: 'OpenAI', networkAccess: 'all', ipRules: [] } as const;
    const named = { customSubDomainName: 'its-own', tags: {} };
    await azure.createAccount({ ...ref, location, ...rest, ...named });
    await azure.deleteAccount(ref);
    return azure;
  };

  it('has to be free, too, where a deleted account with another one is purged', async () => {
    const purging = { onDeletedAccount: 'purge' } as const;
    const taken = { ...purging, customSubDomainName: 'somebody-elses' };
    expect(await judged(nameFree, await binned(), taken)).toMatchObject([
      { status: 'fail', problem: { code: 'subdomain_taken' } },
    ]);
    const its = { ...purging, customSubDomainName: 'its-own' };
    expect(await judged(nameFree, await binned(), its)).toEqual(passed('name_free'));
    const free = { ...purging, customSubDomainName: 'free-one' };
    expect(await judged(nameFree, await binned(), free)).toEqual(passed('name_free'));
  });

  it('comes back with a deleted account that is restored', async () => {
    const restoring = {
      onDeletedAccount: 'restore',
      customSubDomainName: 'somebody-elses',
    } as const;
    expect(await judged(nameFree, await binned(), restoring)).toEqual(passed('name_free'));
  });
});
