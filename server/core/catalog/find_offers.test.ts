import type { TargetChoice } from '../../../common/targets/targets';
import { type FaultAction, goodQuota, ids, kept } from '../../../test/azure';
import { deployVersion } from '../../../test/support/deploy_version';
import {
  azureInProcess,
  forbidden,
  refusal,
  type AzureInProcess,
} from '../../../test/support/azure_in_process';
import { findOffers } from './find_offers';

const now = new Date(kept('2026-11-02T09:00:00Z'));
const find = (azure: AzureInProcess, kibanaVersion = '9.4.0', target: TargetChoice = 'connector') =>
  findOffers({
    azure,
    subscriptionId: ids.main,
    kind: 'OpenAI',
    useCase: 'security',
    kibanaVersion,
    target,
    now,
  });

type Found = Awaited<ReturnType<typeof find>>;
const rowOf = ({ offers }: Found, location: string, modelName: string, type = 'GlobalStandard') =>
  offers.find(
    (offer) =>
      offer.location === location &&
      offer.modelName === modelName &&
      offer.deploymentType === type &&
      !offer.drawbacks.includes('deprecated'),
  );

const row52 = 'openai.globalstandard.gpt-5.2';

/** Azure with three regions, in which GPT-5.2 has no quota for `Standard`. */
function threeRegions(): AzureInProcess {
  const azure = azureInProcess();
  const limits = { ...goodQuota.limits, 'openai.standard.gpt-5.2': 0 };
  azure.main.quota = { ...goodQuota, limits };
  azure.change('regions', (skus) =>
    skus.filter((sku) => /"(EASTUS2|SWEDENCENTRAL|EASTUS)"/.test(JSON.stringify(sku))),
  );
  return azure;
}

/** Makes every request about one region fail or hang. */
function spoil(location: string, action: FaultAction): AzureInProcess {
  const azure = threeRegions();
  azure.state.faults = [{ match: { path: `/locations/${location}/` }, action }];
  return azure;
}

describe('the finder', () => {
  it('lists all usable offers of all regions, best first', async () => {
    const found = await find(threeRegions());
    expect(found).toMatchObject({ regions: 3, unread: [], quotaUnreadable: false });
    expect(found.offers[0]).toMatchObject({
      modelName: 'gpt-5.2',
      location: 'eastus2',
      // The data zone is nearer than a global type, and has room.
      deploymentType: 'DataZoneStandard',
      free: 300,
      score: 8.58,
      drawbacks: [],
    });
    const names = new Set(found.offers.map(({ modelName }) => modelName));
    expect([...names].sort().join(' ')).toBe(
      'gpt-4.1 gpt-4.1-mini gpt-4o gpt-4o-mini gpt-5 gpt-5-mini gpt-5.1 gpt-5.2 gpt-5.4 gpt-5.4-mini ' +
        'gpt-5.5 gpt-5.6-luna o3-mini',
    );
    const keys = found.offers.map((offer) =>
      [offer.location, offer.modelName, offer.modelVersion, offer.deploymentType].join('/'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const inOrder = [
      rowOf(found, 'swedencentral', 'gpt-5.2', 'DataZoneStandard'),
      rowOf(found, 'eastus2', 'gpt-5.2'),
      rowOf(found, 'eastus2', 'gpt-5.1'),
      rowOf(found, 'eastus2', 'gpt-5.6-luna'),
    ];
    expect(found.offers.filter((offer) => inOrder.includes(offer))).toEqual(inOrder);
    expect(inOrder[3]?.drawbacks).toEqual(['not_rated', 'tools_need_reasoning_effort']);
  });

  it.each<[string, number, number, number | undefined, number, string[]]>([
    ['the quota', 100, 60, undefined, 40, []],
    ['the service', 100, 0, 7, 7, []],
    ["the model's maximum", 90_000, 0, 80_000, 30_000, []],
    ['more in use than the limit', 100, 140, undefined, 0, ['no_quota']],
    ['a service that is used up', 100, 0, 0, 0, ['no_capacity']],
    ['a fraction of a unit', 100.5, 0.9, undefined, 99, []],
  ])('counts available units: %s', async (_what, limit, used, available, free, drawbacks) => {
    const azure = threeRegions();
    azure.main.quota = { limit: 100, limits: { [row52]: limit }, used: { [row52]: used } };
    if (available !== undefined) azure.main.serviceCapacity = { eastus2: available };
    expect(rowOf(await find(azure), 'eastus2', 'gpt-5.2')).toMatchObject({
      free,
      limit,
      drawbacks,
    });
  });

  it('treats a missing row as no quota, and a missing list as unknown', async () => {
    const azure = threeRegions();
    azure.leaveOutUsages('eastus2', /^openai\.globalstandard\.gpt-5\.2$/i);
    azure.leaveOutUsages('eastus', /./);
    const found = await find(azure);
    expect(rowOf(found, 'eastus2', 'gpt-5.2')).toMatchObject({ free: 0, drawbacks: ['no_quota'] });
    const unknown = rowOf(found, 'eastus', 'gpt-5.2');
    expect([unknown?.free, unknown?.drawbacks]).toEqual([undefined, []]);
    expect(found.quotaUnreadable).toBe(true);
  });

  it('has unknown quota without permission to read it', async () => {
    const azure = threeRegions();
    azure.fail('usages', forbidden, 99);
    azure.change('capacities', () => []);
    const found = await find(azure);
    expect(found).toMatchObject({ quotaUnreadable: true, unread: [] });
    expect(found.offers.filter(({ free }) => free !== undefined)).toEqual([]);
    expect(found.offers.filter(({ drawbacks }) => drawbacks.includes('no_quota'))).toEqual([]);
  });

  it('ranks known room before unknown, and unknown before none', async () => {
    const azure = threeRegions();
    azure.leaveOutUsages('eastus2', /./);
    const none = { 'eastus/openai.datazonestandard.gpt-5.2': 0 };
    azure.main.quota = { ...goodQuota, limits: { ...azure.main.quota.limits, ...none } };
    const { offers } = await find(azure);
    const order = offers
      .filter(
        ({ modelName, deploymentType }) =>
          [modelName, deploymentType].join() === 'gpt-5.2,DataZoneStandard',
      )
      .map(({ location }) => location);
    expect(order).toEqual(['swedencentral', 'eastus2', 'eastus']);
  });

  it('uses the retirement of the deployment type if that is earlier', async () => {
    const azure = threeRegions();
    const retiresAt = kept('2026-12-01T00:00:00.000Z');
    azure.changeModels((model) => ({
      ...model,
      skus: model.skus.map((sku) =>
        model.name === 'gpt-5.2' && sku.name === 'DataZoneStandard'
          ? { ...sku, deprecationDate: retiresAt }
          : sku,
      ),
    }));
    const found = await find(azure);
    const retiring = rowOf(found, 'eastus2', 'gpt-5.2', 'DataZoneStandard');
    expect(retiring).toMatchObject({ retiresAt, drawbacks: ['retires_soon'] });
    const other = rowOf(found, 'eastus2', 'gpt-5.2');
    expect(other?.drawbacks).toEqual([]);
    expect(found.offers.filter((offer) => offer === retiring || offer === other)).toEqual([
      other,
      retiring,
    ]);
  });

  it.each<[string, TargetChoice]>([
    ['9.2.4', 'connector'],
    ['9.4.0', 'inference_endpoint'],
    ['9.4.0', 'both'],
  ])(
    'ranks models that reject the temperature of Kibana %s through %s after one that is phased out when the subscription deploys that',
    async (kibanaVersion, target) => {
      const azure = threeRegions();
      deployVersion(azure, 'gpt-4.1', '2025-04-14');
      const found = await find(azure, kibanaVersion, target);
      expect(found.offers[0]).toMatchObject({
        modelName: 'gpt-4.1',
        drawbacks: ['phasing_out', 'retires_soon'],
      });
      expect(rowOf(found, 'eastus2', 'gpt-5.2')?.drawbacks).toEqual(['temperature_refused']);
    },
  );

  it('does not rank a model first that is phased out and that the subscription cannot deploy', async () => {
    const azure = threeRegions();
    deployVersion(azure, 'gpt-4.1', '2024-01-01');
    const found = await find(azure, '9.2.4');
    expect(found.offers[0]?.modelName).toBe('gpt-5.2');
    expect(rowOf(found, 'eastus2', 'gpt-4.1')?.drawbacks).toEqual(['deprecating', 'retires_soon']);
  });

  it('reports unreadable regions, and lists the others', async () => {
    const found = await find(spoil('eastus', refusal(429, 'TooManyRequests', 3_600)));
    expect(found.unread).toMatchObject([
      { location: 'eastus', problem: { code: 'azure_throttled' } },
    ]);
    expect(new Set(found.offers.map(({ location }) => location))).toEqual(
      new Set(['eastus2', 'swedencentral']),
    );
  });

  it('does not wait for a hanging region', async () => {
    jest.useFakeTimers();
    try {
      const finding = find(spoil('eastus2', { hangMs: 60_000 }));
      await jest.advanceTimersByTimeAsync(8_000);
      const found = await finding;
      expect(found.unread).toEqual([{ location: 'eastus2', problem: { code: 'azure_busy' } }]);
      expect(found.offers.length).toBeGreaterThan(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is empty without an open region', async () => {
    const none = { offers: [], regions: 0, unread: [], quotaUnreadable: false };
    const azure = threeRegions();
    azure.change('regions', () => []);
    expect(await find(azure)).toEqual(none);
  });
});
