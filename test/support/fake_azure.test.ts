import type { Lock, PolicyFinding } from '../../server/core/azure/azure';
import { azureContract } from './azure_contract';
import type { Situation } from './contract_stage';
import { createFakeAzure } from './fake_azure';
import { fakeUsages } from './fake_models';
import { fakeSubscriptionId, makeFakeWorld, type FakeWorld } from './fake_world';

const subscriptions = makeFakeWorld().subscriptions.map((one) => ({ ...one, state: 'Disabled' }));
const noQuota = fakeUsages().map((row) => ({ ...row, limit: 0 }));

const lockedGroup = {
  subscriptionId: fakeSubscriptionId,
  resourceGroup: 'kibana-openai',
  location: 'eastus2',
  tags: {},
  state: 'Succeeded',
} as const;
const lock = (name: string, level: Lock['level']): Lock => ({
  name,
  level,
  scope: `/subscriptions/${fakeSubscriptionId}/resourceGroups/kibana-openai`,
});
const policy = (effect: PolicyFinding['effect'], about: PolicyFinding['about']) => ({
  subject: 'account' as const,
  effect,
  about,
  policy: `A policy about ${about}`,
  assignment: 'an-assignment',
});

const worlds: Record<Situation, Partial<FakeWorld>> = {
  empty: {
    capacities: {
      'gpt-5.2/2025-12-11': [
        { location: 'eastus2', deploymentType: 'GlobalStandard', available: 400 },
      ],
    },
  },
  unregistered: { providerState: 'NotRegistered' },
  reader: { permissions: [{ actions: ['*/read'], notActions: [] }] },
  disabled: { subscriptions },
  no_quota: { usages: { eastus2: noQuota } },
  keys_off_by_policy: { policies: [policy('modify', 'local_auth')] },
  closed_region: { closedRegions: ['eastus2'] },
  slow_accounts: { accountReads: 1_000 },
  locked: { resourceGroups: [lockedGroup], locks: [lock('frozen', 'ReadOnly')] },
  delete_locked: { resourceGroups: [lockedGroup], locks: [lock('keep', 'CanNotDelete')] },
  policy_location: {
    policies: [{ ...policy('deny', 'location'), allowed: ['swedencentral', 'francecentral'] }],
  },
  policy_tag: { policies: [{ ...policy('deny', 'tag'), tagName: 'costCenter' }] },
  policy_public_access: { policies: [policy('deny', 'public_access')] },
  policy_keys: { policies: [policy('deny', 'local_auth')] },
};

azureContract('the fake', async (situation) => ({
  azure: createFakeAzure(worlds[situation]),
  subscriptionId: fakeSubscriptionId,
}));

describe('the fake itself', () => {
  const group = { subscriptionId: fakeSubscriptionId, resourceGroup: 'g' };
  const newGroup = { ...group, location: 'eastus', tags: {} };

  it('fails as often as it was told, before the deed or after it', async () => {
    const azure = createFakeAzure();
    azure.fail('createResourceGroup', { code: 'azure_busy' });
    azure.fail('createResourceGroup', { code: 'azure_unreachable' }, 1, 'after');
    const problem = (code: string) => ({ problem: { code } });
    const make = () => azure.createResourceGroup(newGroup);
    await expect(make()).rejects.toMatchObject(problem('azure_busy'));
    expect(await azure.resourceGroup(group)).toBeUndefined();
    await expect(make()).rejects.toMatchObject(problem('azure_unreachable'));
    expect(await azure.resourceGroup(group)).toBeDefined();
    await make();
    const verb = 'createResourceGroup';
    expect(azure.writes).toEqual([verb, verb, verb]);
  });

  it('decides rights at the group where they differ', async () => {
    const azure = createFakeAzure({
      permissions: [{ actions: ['*/read'], notActions: [] }],
      groupPermissions: { mine: [{ actions: ['Microsoft.CognitiveServices/*'], notActions: [] }] },
      resourceGroups: [
        { ...newGroup, resourceGroup: 'mine', state: 'Succeeded' },
        { ...newGroup, resourceGroup: 'theirs', state: 'Succeeded' },
      ],
    });
    const account = {
      ...newGroup,
      accountName: 'a1',
      kind: 'OpenAI',
      customSubDomainName: 'a1',
      networkAccess: 'all',
      ipRules: [],
    } as const;
    await azure.createAccount({ ...account, resourceGroup: 'mine' });
    await expect(
      azure.createAccount({ ...account, accountName: 'a2', resourceGroup: 'theirs' }),
    ).rejects.toMatchObject({ problem: { code: 'authorization_failed' } });
  });

  it('lets a lock of the subscription hold for every group', async () => {
    const scope = `/subscriptions/${fakeSubscriptionId}`;
    const azure = createFakeAzure({ locks: [{ name: 'all', level: 'ReadOnly', scope }] });
    expect(await azure.locks(group)).toEqual([{ name: 'all', level: 'ReadOnly', scope }]);
    const refused = { problem: { code: 'scope_locked', detail: { resourceGroup: 'g' } } };
    await expect(azure.createResourceGroup(newGroup)).rejects.toMatchObject(refused);
    await expect(azure.accountKey({ ...group, accountName: 'a' })).rejects.toMatchObject(refused);
    azure.world.locks = [];
    await azure.createResourceGroup(newGroup);
  });

  it('keeps what it was given out of reach', async () => {
    const azure = createFakeAzure();
    const [first] = await azure.regions(fakeSubscriptionId, 'OpenAI');
    if (first) first.name = 'changed';
    expect((await azure.regions(fakeSubscriptionId, 'OpenAI'))[0]?.name).toBe('eastus2');
  });
});
