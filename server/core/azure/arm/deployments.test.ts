import { valuesOf } from '../../../../common/problem';
import type { NewDeployment } from '../azure';
import {
  eventually,
  hasState,
  location,
  problemOf,
  adapterStage,
  stageWithGroup,
} from '../../../../test/support/adapter_stage';

describe('the adapter: deployments', () => {
  it('are created, counted, changed and deleted', async () => {
    const { azure, ref, newDeployment, makeAccount, used } = await stageWithGroup();
    await makeAccount();
    expect(await azure.deployment(newDeployment)).toBeUndefined();
    await azure.createDeployment(newDeployment);
    const { subscriptionId: _, resourceGroup: __, accountName: ___, ...made } = newDeployment;
    const found = () => azure.deployment(newDeployment);
    expect(await eventually(found, hasState('Succeeded'))).toMatchObject({
      ...made,
      state: 'Succeeded',
    });
    expect(await azure.deployments(ref)).toHaveLength(1);
    expect(await used()).toBe(10);
    await azure.createDeployment({ ...newDeployment, capacity: 25 });
    expect(await used()).toBe(25);
    expect(await problemOf(azure.deleteAccount(ref))).toMatchObject({
      code: 'resource_not_empty',
    });
    await azure.deleteDeployment(newDeployment);
    await azure.deleteDeployment(newDeployment);
    expect(await azure.deployments(ref)).toEqual([]);
    expect(await used()).toBe(0);
  });

  it('are refused with the reason', async () => {
    const { azure, subscriptionId, newDeployment, makeAccount } = await stageWithGroup();
    const missing = await problemOf(azure.createDeployment(newDeployment));
    expect(missing.code).toBe('resource_not_found');
    await makeAccount();
    const refused = (changes: Partial<NewDeployment>) =>
      problemOf(azure.createDeployment({ ...newDeployment, ...changes }));
    expect(await refused({ modelName: 'gpt-99' })).toMatchObject({
      code: 'model_not_offered',
      field: 'modelName',
      detail: { model: 'gpt-99' },
    });
    expect(await refused({ deploymentType: 'Nonsense' })).toMatchObject({
      code: 'deployment_type_not_supported',
      detail: { deploymentType: 'Nonsense' },
    });
    const models = await azure.models(subscriptionId, location);
    const old = models.find((one) => one.lifecycleStatus === 'Deprecated' && one.chatCompletion);
    const retired = { modelName: old?.modelName ?? '', modelVersion: old?.modelVersion ?? '' };
    expect(await refused(retired)).toMatchObject({ code: 'model_deprecated' });
    expect(await azure.deployments(newDeployment)).toEqual([]);
  });

  it('need quota', async () => {
    const { azure, newDeployment, makeAccount } = await stageWithGroup('no_quota');
    await makeAccount();
    expect(await problemOf(azure.createDeployment(newDeployment))).toMatchObject({
      code: 'insufficient_quota',
      field: 'capacity',
      detail: { needed: 10, free: 0, used: 0, limit: 0 },
    });
  });

  it('need an account that is ready', async () => {
    const { azure, newAccount, newDeployment } = await stageWithGroup('empty', {
      accountMs: 3_600_000,
    });
    await azure.createAccount(newAccount);
    expect(await azure.account(newAccount)).toMatchObject({ state: 'Creating' });
    expect(await problemOf(azure.createDeployment(newDeployment))).toMatchObject({
      code: 'account_busy',
    });
  });
});

describe('the adapter: subscriptions', () => {
  it('without the provider can register it', async () => {
    const { azure, subscriptionId, newAccount } = await stageWithGroup('unregistered_provider');
    expect(await azure.providerState(subscriptionId)).toBe('NotRegistered');
    expect(await problemOf(azure.createAccount(newAccount))).toMatchObject({
      code: 'provider_not_registered',
      detail: { subscriptionId },
    });
    await azure.registerProvider(subscriptionId);
    const registered = () => azure.providerState(subscriptionId);
    await eventually(registered, (state) => state === 'Registered');
    await azure.createAccount(newAccount);
  });

  it('that are read-only for the person report it', async () => {
    const { azure, subscriptionId, group, makeGroup } = adapterStage('reader_only');
    const [entry] = await azure.permissions({ subscriptionId });
    expect(entry).toMatchObject({ actions: ['*/read'], notActions: [] });
    const problem = await problemOf(makeGroup());
    expect(problem.code).toBe('authorization_failed');
    expect(String(valuesOf(problem).action).toLowerCase()).toBe(
      'microsoft.resources/subscriptions/resourcegroups/write',
    );
    expect(String(valuesOf(problem).scope).toLowerCase()).toContain(subscriptionId);
    expect(await azure.resourceGroup(group)).toBeUndefined();
  });

  it('that are disabled can be read only', async () => {
    const { azure, subscriptionId, makeGroup } = adapterStage('disabled_subscription');
    expect(await azure.subscription(subscriptionId)).toMatchObject({ state: 'Disabled' });
    expect(await problemOf(makeGroup())).toMatchObject({
      code: 'subscription_disabled',
      detail: { subscriptionId },
    });
  });
});
