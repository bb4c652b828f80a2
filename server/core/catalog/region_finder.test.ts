import { SetupError, type Problem } from '../../../common/problem';
import { kept } from '../../../test/azure';
import { createFakeAzure, type FakeAzure } from '../../../test/support/fake_azure';
import { fakeSubscriptionId } from '../../../test/support/fake_world';
import { findOffers } from './region_finder';

const now = new Date(kept('2026-11-02T09:00:00Z'));
const find = (azure: FakeAzure, kibanaVersion = '9.4.0') =>
  findOffers({
    azure,
    subscriptionId: fakeSubscriptionId,
    kind: 'OpenAI',
    useCase: 'security',
    kibanaVersion,
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

const gpt52 = 'gpt-5.2/2025-12-11';
const row52 = 'openai.globalstandard.gpt-5.2';

/** Lets one region fail, or keep silent, whatever is asked about it. */
function spoil(azure: FakeAzure, location: string, how: Problem | 'silent'): FakeAzure {
  const { models, usages } = azure;
  const refuse = (): Promise<never> =>
    how === 'silent' ? new Promise(() => undefined) : Promise.reject(new SetupError(how));
  return {
    ...azure,
    models: (id, where) => (where === location ? refuse() : models(id, where)),
    usages: (id, where) => (where === location ? refuse() : usages(id, where)),
  };
}

describe('the finder', () => {
  it('lists what Kibana could use in all regions, each once, the best first and with its place', async () => {
    const found = await find(createFakeAzure());
    expect(found).toMatchObject({ regions: 3, unread: [], quotaUnreadable: false });
    expect(found.offers[0]).toMatchObject({
      modelName: 'gpt-5.2',
      location: 'eastus2',
      // The zone is nearer than anywhere, and has room.
      deploymentType: 'DataZoneStandard',
      free: 300,
      score: 8.58,
      drawbacks: [],
      place: 'best',
    });
    const names = new Set(found.offers.map(({ modelName }) => modelName));
    expect([...names].sort()).toEqual(['gpt-4.1', 'gpt-4o', 'gpt-5.1', 'gpt-5.2', 'gpt-5.6']);
    const keys = found.offers.map((offer) =>
      [offer.location, offer.modelName, offer.modelVersion, offer.deploymentType].join('/'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(rowOf(found, 'swedencentral', 'gpt-5.2', 'DataZoneStandard')?.place).toBe('as_good');
    expect(rowOf(found, 'eastus2', 'gpt-5.2')?.place).toBe('data_farther');
    expect(rowOf(found, 'eastus2', 'gpt-5.1')?.place).toBe('lower_score');
    expect(rowOf(found, 'eastus2', 'gpt-5.6')).toMatchObject({
      place: 'hard_to_use',
      drawbacks: ['not_rated', 'tools_need_reasoning_effort'],
    });
  });

  it.each<[string, number, number, number | undefined, number, string[]]>([
    ['the quota', 100, 60, undefined, 40, []],
    ['the service', 100, 0, 7, 7, []],
    ["the model's maximum", 90_000, 0, 80_000, 30_000, []],
    ['more in use than the limit', 100, 140, undefined, 0, ['no_quota']],
    ['a service that is used up', 100, 0, 0, 0, ['no_capacity']],
    ['a fraction, which nobody sells', 100.5, 0.9, undefined, 99, []],
  ])('counts what is free: %s', async (_what, limit, used, available, free, drawbacks) => {
    const azure = createFakeAzure();
    const row = azure.world.usages.eastus2?.find(({ name }) => name === row52);
    Object.assign(row ?? {}, { limit, used });
    const place = { location: 'eastus2', deploymentType: 'GlobalStandard' };
    if (available !== undefined) azure.world.capacities[gpt52] = [{ ...place, available }];
    expect(rowOf(await find(azure), 'eastus2', 'gpt-5.2')).toMatchObject({ free, drawbacks });
  });

  it('takes a row that is missing among others for no quota, and no rows at all for unknown', async () => {
    const azure = createFakeAzure();
    const { usages } = azure.world;
    usages.eastus2 = usages.eastus2?.filter(({ name }) => name !== row52) ?? [];
    usages.eastus = [];
    const found = await find(azure);
    expect(rowOf(found, 'eastus2', 'gpt-5.2')).toMatchObject({ free: 0, drawbacks: ['no_quota'] });
    const unknown = rowOf(found, 'eastus', 'gpt-5.2');
    expect([unknown?.free, unknown?.drawbacks]).toEqual([undefined, []]);
    expect(found.quotaUnreadable).toBe(true);
  });

  it('says that quota is unknown to those who may not read it, neither none nor plenty', async () => {
    const azure = createFakeAzure();
    azure.fail('usages', { code: 'authorization_failed' }, 99);
    const found = await find(azure);
    expect(found).toMatchObject({ quotaUnreadable: true, unread: [] });
    expect(found.offers.filter(({ free }) => free !== undefined)).toEqual([]);
    expect(found.offers.filter(({ drawbacks }) => drawbacks.includes('no_quota'))).toEqual([]);
  });

  it('puts known room before unknown, and unknown before none', async () => {
    const azure = createFakeAzure();
    const { usages } = azure.world;
    usages.eastus2 = [];
    usages.eastus = usages.eastus?.map((row) => ({ ...row, limit: 0 })) ?? [];
    const { offers } = await find(azure);
    const order = offers
      .filter(
        ({ modelName, deploymentType }) =>
          [modelName, deploymentType].join() === 'gpt-5.2,DataZoneStandard',
      )
      .map(({ location, place }) => [location, place]);
    expect(order).toEqual([
      ['swedencentral', 'best'],
      ['eastus2', 'little_room'],
      ['eastus', 'no_room'],
    ]);
  });

  it('goes by the retirement of the deployment type where that is earlier', async () => {
    const azure = createFakeAzure();
    const retiresAt = kept('2026-12-01T00:00:00.000Z');
    for (const model of azure.world.models.eastus2 ?? []) {
      if (model.modelName !== 'gpt-5.2') continue;
      model.skus = model.skus.map((sku) =>
        sku.deploymentType === 'DataZoneStandard' ? { ...sku, retiresAt } : sku,
      );
    }
    const found = await find(azure);
    expect(rowOf(found, 'eastus2', 'gpt-5.2', 'DataZoneStandard')).toMatchObject({
      retiresAt,
      drawbacks: ['retires_soon'],
      place: 'hard_to_use',
    });
    expect(rowOf(found, 'eastus2', 'gpt-5.2')?.drawbacks).toEqual([]);
  });

  it('puts models that refuse the temperature of an old Kibana behind one that takes it', async () => {
    const found = await find(createFakeAzure(), '9.2.4');
    expect(found.offers[0]?.modelName).toBe('gpt-4.1');
    expect(rowOf(found, 'eastus2', 'gpt-5.2')?.drawbacks).toEqual(['temperature_refused']);
  });

  it('names the regions that it could not look at, and lists the others', async () => {
    const found = await find(spoil(createFakeAzure(), 'eastus', { code: 'azure_throttled' }));
    expect(found.unread).toEqual([{ location: 'eastus', problem: { code: 'azure_throttled' } }]);
    expect(new Set(found.offers.map(({ location }) => location))).toEqual(
      new Set(['eastus2', 'swedencentral']),
    );
  });

  it('does not wait for a region that keeps silent', async () => {
    jest.useFakeTimers();
    try {
      const finding = find(spoil(createFakeAzure(), 'eastus2', 'silent'));
      await jest.advanceTimersByTimeAsync(8_000);
      const found = await finding;
      expect(found.unread).toEqual([{ location: 'eastus2', problem: { code: 'azure_busy' } }]);
      expect(found.offers.length).toBeGreaterThan(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('has nothing to offer where no region is open', async () => {
    const none = { offers: [], regions: 0, unread: [], quotaUnreadable: false };
    expect(await find(createFakeAzure({ regions: [] }))).toEqual(none);
  });
});
