import { SetupError } from '../../../common/problem';
import { brokenRules, invalidFields } from '../../../common/setup_request';
import { aGroup, kept } from '../../../test/azure';
import {
  azureInProcess,
  forbidden,
  reader,
  type AzureInProcess,
} from '../../../test/support/azure_in_process';
import { deployVersion } from '../../../test/support/deploy_version';
import { createFakeTarget, fakeTargets } from '../../../test/support/fake_target';
import { recommend, type RecommendationContext } from './recommendation';

const now = new Date(kept('2026-11-02T09:00:00Z'));
const advise = (azure: AzureInProcess, given: Partial<RecommendationContext> = {}) =>
  recommend({
    azure,
    targets: fakeTargets(),
    useCase: 'security',
    fixed: {},
    kibanaVersion: '9.4.0',
    targetFacts: { kibanaVersion: '9.4.0', privileges: {} },
    now,
    ...given,
  });

describe('a recommendation', () => {
  it('is complete, valid and has a reason for every value', async () => {
    const azure = azureInProcess();
    const { request, reasons } = await advise(azure);
    expect(invalidFields(request)).toEqual([]);
    expect(request).toMatchObject({
      resourceGroup: 'kibana-openai',
      location: 'eastus2',
      modelName: 'gpt-5.2',
      versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
      targetName: 'Azure OpenAI - GPT-5.2',
      networkAccess: 'all',
    });
    expect(Object.keys(reasons).sort()).toEqual(Object.keys(request).sort());
    expect(azure.writes).toEqual([]);
  });

  it('keeps the person’s values and says so', async () => {
    const fixed = { location: 'swedencentral', modelName: 'gpt-4.1', tags: { team: 'soc' } };
    const { request, reasons } = await advise(azureInProcess(), { fixed });
    expect(request).toMatchObject({ ...fixed, deploymentName: 'gpt-4.1' });
    expect(reasons.location.code).toBe('chosen_by_you');
    expect(reasons.deploymentName.code).toBe('named_after_model');
  });

  it('never names a model that is deprecating, retired, low in score or for the Responses API', async () => {
    const azure = azureInProcess();
    azure.changeModels((model) => {
      if (model.name === 'gpt-5.2') return { ...model, lifecycleStatus: 'Deprecating' };
      if (model.name === 'gpt-4.1') return { ...model, lifecycleStatus: 'Legacy' };
      if (!/^gpt-5/.test(model.name)) return model;
      return { ...model, capabilities: { ...model.capabilities, chatCompletion: 'false' } };
    });
    const { request } = await advise(azure);
    expect(request.modelName).toBe('gpt-4.1');
  });

  it.each(['gpt 4/o', 'constructor', '모델', '-', 'x'.repeat(200)])(
    'makes a complete request with a model that Azure calls %s',
    async (name) => {
      const azure = azureInProcess();
      azure.changeModels((model) => {
        const capacity = { step: 0, default: 2.5, minimum: -1, maximum: 30_000 };
        const skus = model.skus.map((sku) => ({ ...sku, capacity }));
        return model.name === 'gpt-5.2' ? { ...model, name, skus } : model;
      });
      const { request } = await advise(azure, { fixed: { modelName: name } });
      expect(request.modelName).toBe(name);
      expect(brokenRules(request, new Set())).toEqual([]);
    },
  );

  it('uses a region with quota', async () => {
    const azure = azureInProcess();
    azure.leaveOutUsages('eastus2', /./);
    const { request } = await advise(azure);
    expect(request).toMatchObject({ modelName: 'gpt-5.2', location: 'swedencentral' });
  });

  it('leaves a third of little quota, and uses the minimum without quota and the default with unreadable quota', async () => {
    const azure = azureInProcess();
    azure.main.quota = { limit: 20, limits: {}, used: {} };
    const little = await advise(azure);
    expect(little.request.capacity).toBe(13);
    expect(little.reasons.capacity.code).toBe('leaves_a_third');

    azure.change('usages', (rows) =>
      rows.map((row) => Object.assign({}, row, { currentValue: 20 })),
    );
    const none = await advise(azure);
    expect(none.request.capacity).toBe(1);
    expect(none.reasons.capacity.code).toBe('smallest_capacity');

    azure.fail('usages', forbidden, 99);
    const unknown = await advise(azure);
    expect(unknown.reasons.capacity.code).toBe('model_default_quota');
    expect(invalidFields(unknown.request)).toEqual([]);
  });

  it('avoids taken names, of endpoints and of connectors', async () => {
    const azure = azureInProcess();
    const first = await advise(azure);
    azure.world.takenPrefix = first.request.accountName;
    const target = createFakeTarget();
    const { targetName: name } = first.request;
    await target.create({
      id: '1',
      name,
      url: 'https://x.test',
      auth: { apiKey: 'k' },
      modelName: 'gpt-5.2',
    });
    const second = await advise(azure, { targets: fakeTargets(target) });
    expect(second.request.accountName).not.toBe(first.request.accountName);
    expect(second.request.targetName).toBe(`${name} (2)`);
  });

  it('uses an existing group if new ones are forbidden', async () => {
    const azure = azureInProcess();
    azure.world.groups.push(aGroup('given-to-us', 'eastus'));
    azure.assign(reader);
    const { request, reasons } = await advise(azure);
    expect(request.resourceGroup).toBe('given-to-us');
    expect(reasons.resourceGroup.code).toBe('existing_resource_group');
  });

  it('has correct reasons without available quota', async () => {
    const azure = azureInProcess();
    azure.main.quota = { limit: 0, limits: {}, used: {} };
    const { reasons } = await advise(azure);
    expect(reasons.location.code).toBe('no_quota_here');
    expect(reasons.capacity.code).toBe('smallest_capacity');
    expect(reasons.deploymentType.code).not.toBe('most_quota');
  });

  it('calls a type the one with the most quota only if it is', async () => {
    const azure = azureInProcess();
    const limits = { ...azure.main.quota.limits, 'openai.standard.gpt-5.2': 0 };
    azure.main.quota = { ...azure.main.quota, limits };
    const near = await advise(azure);
    expect(near.request.deploymentType).toBe('DataZoneStandard');
    expect(near.reasons.deploymentType.code).toBe('nearest_with_quota');
    azure.main.quota = {
      ...azure.main.quota,
      limits: { ...limits, 'openai.datazonestandard.gpt-5.2': 20 },
    };
    const far = await advise(azure);
    expect(far.request.deploymentType).toBe('GlobalStandard');
    expect(far.reasons.deploymentType.code).toBe('most_quota');
  });

  it('calls a score the best only if no model that was found has a higher one', async () => {
    const azure = azureInProcess();
    expect((await advise(azure)).reasons.modelName.code).toBe('best_score');
    deployVersion(azure, 'gpt-4.1', '2025-04-14');
    const older = await advise(azure, { kibanaVersion: '9.2.4' });
    expect(older.request.modelName).toBe('gpt-4.1');
    expect(older.reasons.modelName.code).toBe('rated');
  });

  const refusing: Array<[string, Partial<RecommendationContext>]> = [
    ['a connector on Kibana 9.2', { kibanaVersion: '9.2.8' }],
    ['an endpoint on Kibana 9.4.0', { fixed: { target: 'inference_endpoint' } }],
    ['both on Kibana 9.4.0', { fixed: { target: 'both' } }],
    [
      'the only possible target, an endpoint on Kibana 9.4.0',
      { targetFacts: { kibanaVersion: '9.4.0', privileges: { connector: false } } },
    ],
  ];

  it.each(refusing)(
    'names a model that works through %s when the subscription still deploys it',
    async (_what, given) => {
      const azure = azureInProcess();
      deployVersion(azure, 'gpt-4.1', '2025-04-14');
      const { request, model } = await advise(azure, given);
      expect(request.modelName).toBe('gpt-4.1');
      const drawbacks = model.deploymentTypes.map((type) => type.drawbacks);
      expect(new Set(drawbacks.flat())).toEqual(new Set(['phasing_out', 'retires_soon']));
    },
  );

  it.each(refusing)(
    'keeps the best model for %s when no model that works can be deployed',
    async (_what, given) => {
      const { request, model } = await advise(azureInProcess(), given);
      expect(request.modelName).toBe('gpt-5.2');
      expect(model.deploymentTypes[0]?.drawbacks).toContain('temperature_refused');
    },
  );

  it('names the best model when the deployments are not readable', async () => {
    const azure = azureInProcess();
    deployVersion(azure, 'gpt-4.1', '2025-04-14');
    azure.state.faults = [{ match: { path: '/deployments' }, action: forbidden }];
    expect((await advise(azure, { kibanaVersion: '9.2.8' })).request.modelName).toBe('gpt-5.2');
  });

  it('says that the subscription is not eligible when no region is open to it', async () => {
    const azure = azureInProcess();
    azure.main.quotaId = 'FreeTrial_2014-09-01';
    azure.change('regions', () => []);
    const problem = await advise(azure).catch((error: unknown) =>
      error instanceof SetupError ? error.problem : error,
    );
    expect(problem).toEqual({
      code: 'subscription_not_eligible',
      field: 'subscriptionId',
      detail: { quotaId: 'FreeTrial_2014-09-01' },
    });
  });

  it('throws without a subscription or a model', async () => {
    const code = (error: unknown) => (error instanceof SetupError ? error.problem.code : error);
    const none = azureInProcess();
    none.world.subscriptions = [];
    expect(await advise(none).catch(code)).toBe('no_subscription');
    const bare = azureInProcess();
    bare.change('models', () => []);
    expect(await advise(bare).catch(code)).toBe('no_model_available');
  });
});
