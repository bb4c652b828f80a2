import {
  eventually,
  hasState,
  location,
  unknownId,
  otherLocation,
  problemOf,
  adapterStage,
  stageWithGroup,
} from '../../../../../test/support/adapter_stage';

describe('the adapter: locks', () => {
  it('are empty without locks, with or without the group', async () => {
    const { azure, group, makeGroup } = adapterStage();
    expect(await azure.locks(group)).toEqual([]);
    await makeGroup();
    expect(await azure.locks(group)).toEqual([]);
    expect(await problemOf(azure.locks({ ...group, subscriptionId: unknownId }))).toMatchObject({
      code: 'subscription_not_found',
    });
  });

  it('read-only: nothing is created and no key is read', async () => {
    const { azure, subscriptionId, newAccount } = adapterStage('group_locked');
    const group = { subscriptionId, resourceGroup: 'kibana-openai' };
    expect(await azure.locks(group)).toEqual([
      {
        name: 'frozen',
        level: 'ReadOnly',
        scope: `/subscriptions/${subscriptionId}/resourceGroups/kibana-openai`,
      },
    ]);
    expect(await azure.locks({ ...group, resourceGroup: 'rg-kibana' })).toEqual([]);
    const refused = await problemOf(azure.createAccount({ ...newAccount, ...group }));
    expect(refused).toMatchObject({
      code: 'scope_locked',
      detail: { resourceGroup: 'kibana-openai' },
    });
    expect(await azure.accounts(subscriptionId)).toEqual([]);
  });

  it('of the subscription hold for every group', async () => {
    const { azure, subscriptionId, group, ref, makeGroup } = adapterStage('subscription_locked');
    const scope = `/subscriptions/${subscriptionId}`;
    expect(await azure.locks(group)).toEqual([{ name: 'closed', level: 'ReadOnly', scope }]);
    const refused = { code: 'scope_locked', detail: { resourceGroup: 'rg-kibana' } };
    expect(await problemOf(makeGroup())).toMatchObject(refused);
    expect(await problemOf(azure.accountKey(ref))).toMatchObject(refused);
    azure.main.locks = [];
    await makeGroup();
  });

  it('against deletion: resources are created and kept', async () => {
    const { azure, subscriptionId, makeAccount } = adapterStage('group_delete_lock');
    const group = { subscriptionId, resourceGroup: 'kibana-openai' };
    expect(await azure.locks(group)).toMatchObject([{ name: 'keep', level: 'CanNotDelete' }]);
    const account = await makeAccount(group);
    expect(account?.state).toBe('Succeeded');
    const ref = { ...group, accountName: account?.accountName ?? '' };
    expect(await problemOf(azure.deleteAccount(ref))).toMatchObject({ code: 'scope_locked' });
    expect(await azure.account(ref)).toEqual(account);
  });
});

describe('the adapter: policies', () => {
  it('have no effects without policies', async () => {
    const { azure, newAccount, makeGroup } = adapterStage();
    expect(await azure.policyFindings({ subject: 'account', ...newAccount })).toEqual([]);
    await makeGroup();
    expect(await azure.policyFindings({ subject: 'account', ...newAccount })).toEqual([]);
  });

  it.each([
    [
      'policy_location',
      { about: 'location', allowed: ['swedencentral', 'francecentral'] },
      { location: otherLocation },
    ],
    ['policy_tag', { about: 'tag', tagName: 'costCenter' }, { tags: { CostCenter: '42' } }],
    ['policy_no_public_access', { about: 'public_access' }, { networkAccess: 'disabled' }],
    ['policy_no_keys', { about: 'local_auth' }, undefined],
  ] as const)('%s: are reported before a write', async (situation, finding, remedy) => {
    const { azure, newAccount, makeGroup, makeAccount } = adapterStage(situation);
    const before = await azure.policyFindings({ subject: 'account', ...newAccount });
    expect(before).toEqual([expect.objectContaining({ effect: 'deny', ...finding })]);
    expect(before[0]?.policy).toBeTruthy();
    await makeGroup();
    expect(await azure.policyFindings({ subject: 'account', ...newAccount })).toEqual(before);
    const refused = await problemOf(azure.createAccount(newAccount));
    expect(refused.code).toBe('policy_denied');
    expect(await azure.account(newAccount)).toBeUndefined();
    if (!remedy) return;
    expect(await azure.policyFindings({ subject: 'account', ...newAccount, ...remedy })).toEqual(
      [],
    );
    expect(await makeAccount(remedy)).toMatchObject(remedy);
  });

  it('report their changes before a write', async () => {
    const { azure, newAccount } = await stageWithGroup('policy_modifies_keys');
    expect(await azure.policyFindings({ subject: 'account', ...newAccount })).toMatchObject([
      { effect: 'modify', about: 'local_auth' },
    ]);
    expect(await azure.account(newAccount)).toBeUndefined();
  });

  it('can be read by a reader', async () => {
    const { azure, group, newAccount } = adapterStage('reader_only');
    expect(await azure.policyFindings({ subject: 'account', ...newAccount })).toEqual([]);
    expect(await azure.locks(group)).toEqual([]);
  });
});

describe('the adapter: soft-deleted accounts', () => {
  it('are restored unchanged', async () => {
    const { azure, subscriptionId, ref, makeAccount } = await stageWithGroup();
    const account = await makeAccount();
    await azure.deleteAccount(ref);
    expect(await azure.deletedAccounts(subscriptionId)).toHaveLength(1);
    await azure.restoreAccount(ref, location);
    expect(await eventually(() => azure.account(ref), hasState('Succeeded'))).toEqual(account);
    expect(await azure.deletedAccounts(subscriptionId)).toEqual([]);
    expect(await azure.deletedAccount(ref, location)).toBeUndefined();
    expect((await azure.accountKey(ref)).length).toBeGreaterThan(8);
  });

  it('are restored with the deployments of a deleted group', async () => {
    const { azure, group, ref, newDeployment, makeGroup, makeAccount, used } = adapterStage();
    await makeGroup();
    await makeAccount();
    await azure.createDeployment(newDeployment);
    await azure.deleteResourceGroup(group);
    const gone = (found: unknown) => found === undefined;
    await eventually(() => azure.resourceGroup(group), gone);
    expect(await used()).toBe(10);
    expect(await problemOf(azure.restoreAccount(ref, location))).toMatchObject({
      code: 'resource_group_not_found',
      detail: { name: 'rg-kibana' },
    });
    await makeGroup();
    await azure.restoreAccount(ref, location);
    await eventually(() => azure.account(ref), hasState('Succeeded'));
    expect(await azure.deployments(ref)).toMatchObject([{ deploymentName: 'gpt-5.2' }]);
    expect(await used()).toBe(10);
  });
});

describe('the adapter: service capacity', () => {
  it('is read for each region and type', async () => {
    const { azure, subscriptionId } = adapterStage();
    const rows = await azure.capacities(subscriptionId, {
      modelName: 'gpt-5.2',
      modelVersion: '2025-12-11',
    });
    expect(rows.every((row) => /^[a-z0-9]+$/.test(row.location))).toBe(true);
    const row = rows.find((one) => one.location === location);
    expect(row).toMatchObject({ deploymentType: 'GlobalStandard' });
    expect(row?.available).toBeGreaterThan(0);
    expect(
      await azure.capacities(subscriptionId, { modelName: 'gpt-99', modelVersion: '1' }),
    ).toEqual([]);
  });
});

it('the adapter creates an account where the group’s permissions allow it', async () => {
  const { azure, newAccount } = adapterStage('group_contributor_reader');
  const wanted = { ...newAccount, resourceGroup: 'rg-team' };
  await azure.createAccount(wanted);
  expect(await azure.account(wanted)).toMatchObject({ state: 'Succeeded' });
  const elsewhere = { ...newAccount, resourceGroup: 'rg-others', customSubDomainName: 'another' };
  expect(await problemOf(azure.createAccount(elsewhere))).toMatchObject({
    code: 'authorization_failed',
  });
});
