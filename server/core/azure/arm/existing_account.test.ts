import {
  aDeployment,
  aGroup,
  anAccount,
  ids,
  type NetworkAcls,
  type SimAccount,
  type WorldName,
} from '../../../../test/azure';
import { problemOf } from '../../../../test/support/adapter_stage';
import { useSimulatedAzure } from '../../../../test/support/simulated_azure';
import type { Azure, NewAccount } from '../azure';

const simulator = useSimulatedAzure();

async function azureIn(world: WorldName = 'empty'): Promise<Azure> {
  simulator().reset(world, 'instant');
  return simulator().azure();
}

const ref = { subscriptionId: ids.main, resourceGroup: 'rg', accountName: 'kbn' };
const aNewAccount: NewAccount = {
  ...ref,
  ...{ location: 'eastus2', kind: 'OpenAI', customSubDomainName: 'kbn' },
  ...{ networkAccess: 'all', ipRules: [], tags: {} },
};

function place(rest: Partial<SimAccount> = {}): SimAccount {
  const account = anAccount('kbn', 'rg', rest);
  simulator().state.world.groups.push(aGroup('rg', 'eastus2'));
  simulator().state.world.accounts.push(account);
  return account;
}

describe('the network of an account that others have changed', () => {
  const networkAcls: NetworkAcls = {
    defaultAction: 'Deny',
    ipRules: [{ value: '203.0.113.9' }],
    virtualNetworkRules: [{ id: '/subscriptions/s/virtualNetworks/v/subnets/n' }],
    bypass: 'AzureServices',
  };
  const theirs = { identity: { type: 'SystemAssigned' }, tags: { owner: 'search' } } as const;

  it('changes without affecting identity, tags, virtual networks and bypass', async () => {
    const azure = await azureIn();
    const account = place({ ...theirs, networkAcls: { ...networkAcls } });
    const ipRules = ['198.51.100.4'];
    await azure.updateAccountNetwork({ ...ref, networkAccess: 'selected', ipRules });
    expect(account).toMatchObject({
      ...theirs,
      networkAcls: { ...networkAcls, ipRules: [{ value: '198.51.100.4' }] },
    });
    expect(await azure.account(ref)).toMatchObject({ networkAccess: 'selected', ipRules });
  });

  it.each([
    ['all', { networkAccess: 'all' }],
    ['disabled', { networkAccess: 'disabled' }],
  ] as const)('opens and closes: %s', async (networkAccess, found) => {
    const azure = await azureIn();
    const account = place({ ...theirs, networkAcls: { ...networkAcls } });
    await azure.updateAccountNetwork({ ...ref, networkAccess, ipRules: [] });
    expect(await azure.account(ref)).toMatchObject(found);
    const { virtualNetworkRules, bypass } = networkAcls;
    expect(account).toMatchObject({ ...theirs, networkAcls: { virtualNetworkRules, bypass } });
  });

  it('would lose them through a PUT', async () => {
    const azure = await azureIn();
    const account = place({ ...theirs, networkAcls });
    await azure.createAccount(aNewAccount);
    expect([account.identity, account.tags, account.networkAcls]).toEqual([
      undefined,
      {},
      undefined,
    ]);
  });
});

describe('deleting an account', () => {
  it('waits while Azure still counts its deployments', async () => {
    const azure = await azureIn();
    simulator().state.delays.nestedMs = 60_000;
    const chat = aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 1]);
    place({ deployments: [chat] });
    expect((await problemOf(azure.deleteAccount(ref))).code).toBe('resource_not_empty');
    await azure.deleteDeployment({ ...ref, deploymentName: 'chat' });
    expect(await problemOf(azure.deleteAccount(ref))).toMatchObject({
      code: 'account_busy',
      detail: { deployments: 0 },
      azure: { code: 'CannotDeleteResource' },
    });
    simulator().state.skewMs = 60_000;
    await azure.deleteAccount(ref);
    expect(await azure.account(ref)).toBeUndefined();
  });

  it('says that it is not empty when its contents cannot be read', async () => {
    const azure = await azureIn();
    simulator().state.delays.nestedMs = 60_000;
    place({ deployments: [aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['Standard', 1])] });
    await azure.deleteDeployment({ ...ref, deploymentName: 'chat' });
    const match = { method: 'GET', path: '/deployments' };
    simulator().state.faults = [{ match, action: { html: 403 } }];
    expect((await problemOf(azure.deleteAccount(ref))).code).toBe('answer_not_azure');
  });
});

it.each(['account_limit', 'account_total'] as const)(
  'a region without room refuses an account: %s',
  async (world) => {
    const azure = await azureIn(world);
    simulator().state.world.groups.push(aGroup('rg', 'eastus2'));
    expect(await problemOf(azure.createAccount(aNewAccount))).toMatchObject({
      code: 'account_limit_reached',
      field: 'location',
      azure: { code: 'InsufficientQuota' },
    });
  },
);

it('policies that cannot be checked are not a missing registration of Cognitive Services', async () => {
  const azure = await azureIn('policy_insights_unregistered');
  const asked = azure.policyFindings({ subject: 'account', ...aNewAccount });
  expect((await problemOf(asked)).code).toBe('policies_unreadable');
  expect(await azure.providerState(ids.main)).toBe('Registered');
});
