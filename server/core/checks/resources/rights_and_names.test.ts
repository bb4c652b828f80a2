import { valuesOf } from '../../../../common/problem';
import type { Verdict } from '../../../../common/check';
import type { SetupRequest } from '../../../../common/setup_request';
import { aCheckContext } from '../../../../test/support/builders/a_check_context';
import { aSetupRequest } from '../../../../test/support/builders/a_setup_request';
import {
  azureInProcess,
  forbidden,
  onMain,
  reader,
  type AzureInProcess,
} from '../../../../test/support/azure_in_process';
import { aGroup, anAccount, type SimSubscription } from '../../../../test/azure';
import { account } from '../account/account';
import { verdictsOf, type Check } from '../check';
import { nameFree } from './name_free';
import { permissions } from './permissions';
import { resourceGroup } from './resource_group';
import { subscription } from './subscription';

const judged = async (
  check: Check,
  azure: AzureInProcess,
  change: Partial<SetupRequest> = {},
): Promise<Verdict[]> => verdictsOf(check, await aCheckContext(azure, change));

const { subscriptionId } = aSetupRequest();
function withGroups(...names: string[]): AzureInProcess {
  const azure = azureInProcess();
  azure.world.groups.push(...names.map((name) => aGroup(name, 'eastus2')));
  return azure;
}
const passed = (check: Verdict['check']): Verdict[] => [{ check, status: 'pass' }];

describe('a subscription', () => {
  it.each(['Warned', 'Disabled', 'Deleted'] as const)(
    'that is %s does not accept writes',
    async (state) => {
      const azure = azureInProcess();
      azure.main.state = state;
      expect(await judged(subscription, azure)).toMatchObject([
        { status: 'fail', problem: { code: 'subscription_disabled', detail: { state } } },
      ]);
    },
  );

  it.each(['Enabled', 'PastDue'] as const)('that is %s does', async (state) => {
    const azure = azureInProcess();
    azure.main.state = state;
    expect(await judged(subscription, azure)).toEqual(passed('subscription'));
  });
});

describe('the number of accounts', () => {
  function counting(used: SimSubscription['quota']['used']): AzureInProcess {
    const azure = azureInProcess();
    azure.main.quota = { ...azure.main.quota, used };
    return azure;
  }

  it('has a limit for each kind', async () => {
    const azure = counting({ 'openai.s0.accountcount': 30, 'aiservices.s0.accountcount': 4 });
    expect(await judged(account, azure, { kind: 'AIServices' })).toEqual(passed('account'));
    expect(await judged(account, azure)).toMatchObject([
      { problem: { code: 'account_limit_reached', detail: { used: 30, limit: 30 } } },
    ]);
    const other = counting({ 'openai.s0.accountcount': 3, 'aiservices.s0.accountcount': 100 });
    expect(await judged(account, other)).toEqual(passed('account'));
    expect(await judged(account, other, { kind: 'AIServices' })).toMatchObject([
      { problem: { code: 'account_limit_reached', detail: { used: 100, limit: 100 } } },
    ]);
  });
});

describe('the name of a resource group', () => {
  const odd = { resourceGroup: 'rg-①' };

  it('has to follow the rules when the group is new', async () => {
    expect(await judged(resourceGroup, azureInProcess(), odd)).toMatchObject([
      { status: 'fail', problem: { code: 'invalid_request', field: 'resourceGroup' } },
    ]);
  });

  it('is held to no rule when the group cannot be read', async () => {
    const azure = azureInProcess();
    azure.fail('resourceGroup', forbidden);
    expect(await judged(resourceGroup, azure, odd)).toEqual(passed('resource_group'));
  });
});

describe('permissions', () => {
  it('that an existing group lacks lead to another group', async () => {
    const azure = withGroups('rg-others', 'rg-mine');
    azure.assign(reader, onMain(['*'], [], 'rg-mine'));
    const found = await judged(permissions, azure, { resourceGroup: 'rg-others' });
    const makes = found.find(({ problem }) =>
      /accounts\/write$/.test(String(valuesOf(problem).action)),
    );
    expect(makes?.fixes).toMatchObject([
      { code: 'use_resource_group', change: { resourceGroup: 'rg-mine' } },
    ]);
  });

  const noKeys = ['Microsoft.CognitiveServices/accounts/listKeys/action'];
  const keyless = { authentication: 'entra_id', target: 'inference_endpoint' } as const;
  const groupFor = async (
    azure: ReturnType<typeof azureInProcess>,
    change: Partial<SetupRequest> = keyless,
  ) => {
    const found = await judged(permissions, azure, { resourceGroup: 'rg-others', ...change });
    return found.flatMap(({ fixes = [] }) => fixes)[0]?.change;
  };

  it('to list keys are needed in the other group only with keys', async () => {
    const azure = withGroups('rg-others', 'rg-mine');
    azure.assign(reader, onMain(['*'], noKeys, 'rg-mine'));
    expect(await groupFor(azure, {})).toBeUndefined();
    expect(await groupFor(azure)).toEqual({ resourceGroup: 'rg-mine' });
  });

  it('to assign roles are preferred in the other group, if no keys are used', async () => {
    const azure = withGroups('rg-others', 'rg-first', 'rg-owned');
    azure.assign(
      reader,
      onMain(['*'], ['Microsoft.Authorization/*/Write'], 'rg-first'),
      onMain(['*'], [], 'rg-owned'),
    );
    expect(await groupFor(azure)).toEqual({ resourceGroup: 'rg-owned' });
    expect(await groupFor(azure, {})).toEqual({ resourceGroup: 'rg-first' });
  });

  it('have a scope for the command', async () => {
    const azure = withGroups('rg-größe');
    azure.assign(reader);
    const [found] = await judged(permissions, azure, { resourceGroup: 'rg-größe' });
    expect(valuesOf(found?.problem).scope).toBe(
      `/subscriptions/${subscriptionId}/resourceGroups/rg-größe`,
    );
  });

  it('name the person who needs them, also where something could not be read', async () => {
    const azure = withGroups('rg-mine');
    azure.assign(reader);
    const principal = { id: 'ada@contoso.com', name: 'ada@contoso.com', type: 'User' } as const;
    const detail = {
      principal: 'ada@contoso.com',
      principalName: 'ada@contoso.com',
      principalType: 'User',
    };
    const context = { ...(await aCheckContext(azure)), principal };
    const missing = await verdictsOf(permissions, context);
    expect(missing).toHaveLength(4);
    for (const { problem } of missing) expect(problem).toMatchObject({ detail });
    azure.assign(onMain(['*'], ['Microsoft.Authorization/locks/read']));
    const [locks] = await verdictsOf(resourceGroup, {
      ...context,
      request: aSetupRequest({ resourceGroup: 'rg-mine' }),
    });
    expect(locks).toMatchObject({ status: 'unverified', problem: { detail } });
  });

  const purge = 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete';

  it('to purge are checked at the subscription, and only when something is purged', async () => {
    const azure = withGroups('rg-mine');
    azure.assign(reader, onMain(['*'], [], 'rg-mine'));
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
  const binned = async () => {
    const azure = withGroups('kibana-openai');
    azure.world.takenPrefix = 'another-persons';
    const account = anAccount(aSetupRequest().accountName, 'kibana-openai', {
      customSubDomainName: 'its-own',
    });
    azure.world.accounts.push(account);
    await azure.deleteAccount(aSetupRequest());
    return azure;
  };

  it('has to be available if a deleted account with another name is purged', async () => {
    const purging = { onDeletedAccount: 'purge' } as const;
    const taken = { ...purging, customSubDomainName: 'another-persons' };
    expect(await judged(nameFree, await binned(), taken)).toMatchObject([
      { status: 'fail', problem: { code: 'subdomain_taken' } },
    ]);
    const its = { ...purging, customSubDomainName: 'its-own' };
    expect(await judged(nameFree, await binned(), its)).toEqual(passed('name_free'));
    const free = { ...purging, customSubDomainName: 'free-one' };
    expect(await judged(nameFree, await binned(), free)).toEqual(passed('name_free'));
  });

  it('is restored with a deleted account', async () => {
    const restoring = {
      onDeletedAccount: 'restore',
      customSubDomainName: 'another-persons',
    } as const;
    expect(await judged(nameFree, await binned(), restoring)).toEqual(passed('name_free'));
  });
});
