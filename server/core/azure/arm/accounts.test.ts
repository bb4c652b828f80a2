import {
  eventually,
  location,
  unknownId,
  otherLocation,
  problemOf,
  adapterStage,
  stageWithGroup,
} from '../../../../test/support/adapter_stage';

const isoDate = /^\d{4}-\d\d-\d\dT/;

describe('the adapter: subscriptions and catalog', () => {
  it('lists the subscriptions of the token', async () => {
    const { azure, subscriptionId } = adapterStage();
    const found = await azure.subscription(subscriptionId);
    expect(found).toMatchObject({ subscriptionId, state: 'Enabled' });
    expect(await azure.subscriptions()).toContainEqual(found);
    const tenants = await azure.tenants();
    expect(tenants.map(({ tenantId }) => tenantId)).toContain(found?.tenantId);
    expect(await azure.subscription(unknownId)).toBeUndefined();
    expect(await problemOf(azure.resourceGroups(unknownId))).toMatchObject({
      code: 'subscription_not_found',
      detail: { subscriptionId: unknownId },
    });
  });

  it('names regions, models and quota in one way', async () => {
    const { azure, subscriptionId } = adapterStage();
    const regions = await azure.regions(subscriptionId, 'OpenAI');
    expect(regions.map((region) => region.name)).toEqual(
      expect.arrayContaining([location, otherLocation]),
    );
    expect(regions.every((region) => /^[a-z0-9]+$/.test(region.name))).toBe(true);

    const models = await azure.models(subscriptionId, location);
    const named = models.filter(({ modelName }) => modelName === 'gpt-5.2');
    const model = named.find((one) => one.kind === 'OpenAI' && one.modelVersion === '2025-12-11');
    expect(model).toMatchObject({ chatCompletion: true, lifecycleStatus: 'GenerallyAvailable' });
    expect(model?.contextTokens).toBeGreaterThan(100_000);
    expect(model?.retiresAt).toMatch(isoDate);
    expect(named.map(({ kind }) => kind)).toContain('AIServices');
    expect(models.some((one) => !one.chatCompletion)).toBe(true);

    const sku = model?.skus.find((one) => one.deploymentType === 'GlobalStandard');
    expect(sku).toMatchObject({ minimum: 1, step: 1, tokensPerUnit: 1_000 });
    const usages = await azure.usages(subscriptionId, location);
    expect(usages.every((row) => row.name === row.name.toLowerCase())).toBe(true);
    const row = usages.find((one) => one.name === sku?.usageName.toLowerCase());
    expect(row?.used).toBe(0);
    expect(row?.limit).toBeGreaterThan(0);
  });

  it('links to the portal', async () => {
    const { azure, subscriptionId, group, ref } = adapterStage();
    const root = `/resource/subscriptions/${subscriptionId}/resourceGroups/rg-kibana`;
    expect(azure.portalUrl(group)).toMatch(/^https:\/\/portal\.azure\.com\/#@[0-9a-f-]{36}\//);
    expect(azure.portalUrl(group).endsWith(root)).toBe(true);
    expect(azure.portalUrl(ref)).toContain(
      `${root}/providers/Microsoft.CognitiveServices/accounts/kibana-contract`,
    );
    expect(azure.openAiSuffix).toBe('openai.azure.com');
  });
});

describe('the adapter: resource groups', () => {
  it('are created, keep their region, and are deleted', async () => {
    const { azure, subscriptionId, group, makeGroup } = adapterStage();
    expect(await azure.resourceGroup(group)).toBeUndefined();
    await makeGroup();
    const made = { resourceGroup: 'rg-kibana', location, tags: { a: 'b' }, state: 'Succeeded' };
    expect(await azure.resourceGroup(group)).toEqual(made);
    expect(await azure.resourceGroup({ ...group, resourceGroup: 'RG-Kibana' })).toBeDefined();
    expect(await azure.resourceGroups(subscriptionId)).toContainEqual(made);
    const moved = azure.createResourceGroup({ ...group, location: otherLocation, tags: {} });
    expect(await problemOf(moved)).toMatchObject({
      code: 'resource_group_location_conflict',
      field: 'location',
      detail: { name: 'rg-kibana', location },
    });
    expect(await azure.resourceGroupContents(group)).toEqual([]);
    await azure.deleteResourceGroup(group);
    await eventually(
      () => azure.resourceGroup(group),
      (found) => found === undefined,
    );
    await azure.deleteResourceGroup(group);
  });
});

describe('the adapter: accounts', () => {
  it('are created, read and listed', async () => {
    const { azure, subscriptionId, group, ref, makeAccount } = await stageWithGroup();
    expect(await azure.account(ref)).toBeUndefined();
    const account = await makeAccount();
    expect(account).toEqual({
      resourceGroup: 'rg-kibana',
      accountName: 'kibana-contract',
      kind: 'OpenAI',
      location,
      state: 'Succeeded',
      tags: { 'kibana-setup-run': 'r1' },
      customSubDomainName: 'kibana-contract-1',
      openAiEndpoint: 'https://kibana-contract-1.openai.azure.com/',
      networkAccess: 'all',
      ipRules: [],
      keysDisabled: false,
    });
    expect(await azure.accounts(subscriptionId)).toEqual([account]);
    expect(await azure.resourceGroupContents(group)).toEqual([
      { name: 'kibana-contract', tags: { 'kibana-setup-run': 'r1' } },
    ]);
    expect((await azure.accountKey(ref)).length).toBeGreaterThan(8);
  });

  it('of the other kind have an OpenAI endpoint, too', async () => {
    const { makeAccount } = await stageWithGroup();
    const { kind, openAiEndpoint } = (await makeAccount({ kind: 'AIServices' })) ?? {};
    expect([kind, openAiEndpoint]).toEqual([
      'AIServices',
      'https://kibana-contract-1.openai.azure.com/',
    ]);
  });

  it.each([
    ['selected', ['203.0.113.7', '198.51.100.0/24']],
    ['disabled', []],
  ] as const)('can have the network access %s', async (networkAccess, ipRules) => {
    const { makeAccount } = await stageWithGroup();
    expect(await makeAccount({ networkAccess, ipRules })).toMatchObject({
      networkAccess,
      ipRules,
    });
  });

  it('need a group, one location and a unique subdomain', async () => {
    const { azure, subscriptionId, newAccount, makeGroup, makeAccount } = adapterStage();
    expect(await problemOf(azure.createAccount(newAccount))).toMatchObject({
      code: 'resource_group_not_found',
      detail: { name: 'rg-kibana' },
    });
    await makeGroup();
    const free = () => azure.isSubdomainFree(subscriptionId, 'kibana-contract-1', 'OpenAI');
    expect(await free()).toBe(true);
    await makeAccount();
    expect(await free()).toBe(false);
    const twin = azure.createAccount({ ...newAccount, accountName: 'second' });
    expect(await problemOf(twin)).toMatchObject({
      code: 'subdomain_taken',
      field: 'customSubDomainName',
      detail: { name: 'kibana-contract-1' },
    });
    const moved = azure.createAccount({ ...newAccount, location: otherLocation });
    expect(await problemOf(moved)).toMatchObject({
      code: 'account_location_conflict',
      detail: { name: 'kibana-contract', location },
    });
    const third = { accountName: 'third', customSubDomainName: 'kibana-contract-3' };
    const nowhere = azure.createAccount({ ...newAccount, ...third, location: 'atlantis' });
    expect(await problemOf(nowhere)).toMatchObject({
      code: 'location_not_available',
      field: 'location',
    });
  });

  it('keep their name when soft-deleted, and are purged', async () => {
    const { azure, subscriptionId, ref, newAccount, makeAccount } = await stageWithGroup();
    await makeAccount();
    expect(await azure.deletedAccount(ref, location)).toBeUndefined();
    await azure.deleteAccount(ref);
    await azure.deleteAccount(ref);
    expect(await azure.account(ref)).toBeUndefined();
    const binned = await azure.deletedAccount(ref, location);
    expect(binned).toEqual({
      accountName: 'kibana-contract',
      resourceGroup: 'rg-kibana',
      location,
      customSubDomainName: 'kibana-contract-1',
      tags: { 'kibana-setup-run': 'r1' },
    });
    expect(await azure.deletedAccounts(ref.subscriptionId)).toMatchObject([binned]);
    expect(await problemOf(azure.createAccount(newAccount))).toMatchObject({
      code: 'account_soft_deleted',
      detail: { name: 'kibana-contract', resourceGroup: 'rg-kibana', location },
    });
    expect(await azure.isSubdomainFree(subscriptionId, 'kibana-contract-1', 'OpenAI')).toBe(false);
    await azure.purgeAccount(ref, location);
    await azure.purgeAccount(ref, location);
    expect(await azure.deletedAccount(ref, location)).toBeUndefined();
    expect(await makeAccount()).toBeDefined();
  });

  it.each(['OpenAI', 'AIServices'] as const)(
    'list the models of their region for %s',
    async (kind) => {
      const { azure, subscriptionId, ref, makeGroup, makeAccount } = adapterStage();
      await makeGroup();
      expect(await problemOf(azure.accountModels(ref, kind))).toMatchObject({
        code: 'resource_not_found',
      });
      await makeAccount({ kind });
      const ofRegion = await azure.models(subscriptionId, location);
      const ofKind = ofRegion.filter((model) => model.kind === kind);
      expect(ofKind.length).toBeGreaterThan(3);
      expect(await azure.accountModels(ref, kind)).toEqual(ofKind);
    },
  );

  it('can have their keys disabled by a policy', async () => {
    const { azure, ref, makeAccount } = await stageWithGroup('policy_modifies_keys');
    expect(await makeAccount()).toMatchObject({ keysDisabled: true });
    expect(await problemOf(azure.accountKey(ref))).toMatchObject({ code: 'keys_disabled' });
  });

  it('are refused in closed regions', async () => {
    const { azure, newAccount } = await stageWithGroup('region_closed');
    expect(await problemOf(azure.createAccount(newAccount))).toMatchObject({
      code: 'region_closed',
      field: 'location',
      detail: { location },
    });
  });
});
