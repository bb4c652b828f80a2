import {
  azureInProcess,
  forbidden,
  type AzureInProcess,
} from '../../../test/support/azure_in_process';
import { ids, worlds, type WorldName } from '../../../test/azure';
import type { Meter } from '../azure/azure';
import type { ListedPrice, PriceList } from '../azure/price_list';
import { readTokenPrices, type Priced } from './token_prices';

const model: Priced = {
  subscriptionId: ids.main,
  location: 'eastus2',
  kind: 'OpenAI',
  modelName: 'gpt-5.2',
  modelVersion: '2025-12-11',
  deploymentType: 'GlobalStandard',
};
const now = new Date();

const pricesIn = (azure: AzureInProcess, priced: Partial<Priced> = {}) =>
  readTokenPrices({ azure, priceList: azure.priceList, now }, { ...model, ...priced });
const inWorld = (world: WorldName) => azureInProcess(worlds[world]());

const gpt41 = { modelName: 'gpt-4.1', modelVersion: '2025-04-14' };

describe('readTokenPrices with the meters of ARM and the public price list', () => {
  it.each([
    ['sold by the million', {}, { input: 1.75, output: 14 }],
    ['of a data zone', { deploymentType: 'DataZoneStandard' }, { input: 1.925, output: 15.4 }],
    ['of one region', { deploymentType: 'Standard' }, { input: 1.925, output: 15.4 }],
    ['sold by the thousand', gpt41, { input: 2, output: 8 }],
    ['for the other kind of account', { kind: 'AIServices' as const }, { input: 1.75, output: 14 }],
  ])('gives the prices of a model %s', async (_what, priced, expected) => {
    const prices = await pricesIn(azureInProcess(), priced);
    expect(prices).toEqual({ currency: 'USD', ...expected });
  });

  it.each([
    ['ARM names no meters', 'no_meter_ids'],
    ['the list cannot be reached', 'price_list_unreachable'],
    ['the list has another unit', 'price_unit_unknown'],
  ] as const)('gives none if %s', async (_what, world) => {
    expect(await pricesIn(inWorld(world))).toBeUndefined();
  });

  it.each([
    ['provisioned throughput', { deploymentType: 'GlobalProvisionedManaged' }],
    ['a batch type', { deploymentType: 'GlobalBatch' }],
    ['a version that is not offered', { modelVersion: '1' }],
    ['a model without a public price', { modelName: 'o3-mini', modelVersion: '2025-01-31' }],
    ['an unknown region', { location: 'nowhere' }],
    ['names of inherited properties', { modelName: 'constructor', deploymentType: '__proto__' }],
  ])('gives none for %s', async (_what, priced) => {
    expect(await pricesIn(azureInProcess(), priced)).toBeUndefined();
  });

  it('gives none, and calls no list, if the models cannot be read', async () => {
    const azure = azureInProcess();
    azure.fail('models', forbidden);
    expect(await pricesIn(azure)).toBeUndefined();
    expect(azure.state.requests.filter(({ host }) => host.startsWith('prices'))).toEqual([]);
  });

  it('reads the specification’s name of the meters as well as that of the service', async () => {
    const azure = azureInProcess();
    azure.changeModels((found) => ({
      ...found,
      skus: found.skus.map(({ costs, ...sku }) => ({ ...sku, cost: costs })),
    }));
    expect(await pricesIn(azure)).toMatchObject({ input: 1.75, output: 14 });
  });

  it('reads all pages', async () => {
    const azure = azureInProcess();
    azure.world.pageSize = 1;
    expect(await pricesIn(azure)).toMatchObject({ input: 1.75, output: 14 });
  });

  it('gives none in a cloud without a list', async () => {
    const azure = azureInProcess();
    expect(await readTokenPrices({ azure, now }, model)).toBeUndefined();
  });
});

const inputId = '11111111-1111-4111-8111-111111111111';
const outputId = '22222222-2222-4222-8222-222222222222';
const otherId = '33333333-3333-4333-8333-333333333333';
const usualMeters: Meter[] = [
  { name: 'NoCachedContextToken', meterId: inputId },
  { name: 'GeneratedToken', meterId: outputId },
];
const entry = (meterId: string, price: number, rest: Partial<ListedPrice> = {}): ListedPrice => ({
  ...{ meterId, price, location: 'eastus2', currency: 'USD' },
  ...{ unitOfMeasure: '1M', tierMinimumUnits: 0, ...rest },
});
const input = entry(inputId, 2);
const output = entry(outputId, 8);

/** The prices for these meters and list entries. */
function pricesOf(
  listed: readonly ListedPrice[],
  meters: readonly Meter[] = usualMeters,
): Promise<unknown> {
  const azure = azureInProcess();
  azure.changeModels((found) => ({
    ...found,
    skus: found.skus.map((sku) => ({ ...sku, costs: meters })),
  }));
  const priceList: PriceList = {
    read: async (meterId) => listed.filter((one) => one.meterId === meterId),
  };
  return readTokenPrices({ azure, priceList, now }, model);
}

const day = 86_400_000;
const daysFromNow = (days: number) => new Date(now.getTime() + days * day).toISOString();

describe('readTokenPrices', () => {
  const both = { currency: 'USD', input: 2, output: 8 };
  const inputAt = (location: string, price: number) => entry(inputId, price, { location });
  const inputBy = (unitOfMeasure: string, price = 2) => entry(inputId, price, { unitOfMeasure });
  const byThousand = inputBy('1K', 0.002);
  const over = { effectiveUntil: daysFromNow(-1) };
  const notBegun = { effectiveFrom: daysFromNow(1) };
  const spelled = [
    { name: 'Input tokens', meterId: inputId },
    { name: 'OUTPUT', meterId: outputId },
  ];
  const many = ['a', 'b', 'c'].map((digit) => ({
    name: 'input',
    meterId: `${digit.repeat(8)}${inputId.slice(8)}`,
  }));

  it.each<[string, ListedPrice[]]>([
    ['all regions agree', [input, inputAt('westus', 2), output]],
    ['the own region differs from others', [input, inputAt('westus', 3), output]],
    ['the entry has no region', [inputAt('', 2), output]],
    ['the same price is listed by the thousand', [byThousand, output]],
    ['units agree in what they say', [input, byThousand, output]],
    ['a price is over', [entry(inputId, 5, over), input, output]],
    ['a price has not begun', [entry(inputId, 5, notBegun), input, output]],
  ])('gives the prices when %s', async (_what, listed) => {
    expect(await pricesOf(listed)).toEqual(both);
  });

  it.each<[string, ListedPrice[]]>([
    ['one meter is not listed', [input]],
    ['nothing is listed', []],
    ['a price is zero', [entry(inputId, 0), output]],
    ['a price is negative', [entry(inputId, -2), output]],
    ['the unit is unknown', [inputBy('1 Hour'), output]],
    ['the unit is empty', [inputBy(''), output]],
    ['the unit is an inherited property', [inputBy('constructor'), output]],
    ['the currency is another one', [entry(inputId, 2, { currency: 'EUR' }), output]],
    ['prices depend on the amount', [input, entry(inputId, 2, { tierMinimumUnits: 100 }), output]],
    ['the own region has two prices', [input, entry(inputId, 3), output]],
    ['only others are listed and disagree', [inputAt('westus', 2), inputAt('eastus', 3), output]],
    ['the only price is over', [entry(inputId, 2, over), output]],
    ['the only price has not begun', [entry(inputId, 2, notBegun), output]],
  ])('gives none when %s', async (_what, listed) => {
    expect(await pricesOf(listed)).toBeUndefined();
  });

  it.each<[string, Meter[]]>([
    ['older names', [{ name: 'ContextToken', meterId: inputId }, ...usualMeters.slice(1)]],
    ['other spellings', spelled],
    ['meters of other things', [...usualMeters, { name: 'CachedContextToken', meterId: otherId }]],
    ['a meter named twice', [...usualMeters, ...usualMeters]],
    ['the unit of the list', usualMeters.map((meter) => ({ ...meter, unit: '1M tokens' }))],
    ['a unit without a size', usualMeters.map((meter) => ({ ...meter, unit: 'Tokens' }))],
    ['ids in capitals', usualMeters.map((one) => ({ ...one, meterId: one.meterId.toUpperCase() }))],
  ])('gives the prices for %s', async (_what, meters) => {
    expect(await pricesOf([input, output], meters)).toEqual(both);
  });

  it.each<[string, Meter[]]>([
    ['only one direction', usualMeters.slice(1)],
    ['names that it does not know', usualMeters.map((one) => ({ ...one, name: 'TotalToken' }))],
    ['names of inherited properties', usualMeters.map((one) => ({ ...one, name: 'constructor' }))],
    ['one meter for both directions', usualMeters.map((one) => ({ ...one, meterId: inputId }))],
    ['two meters that disagree', [...usualMeters, { name: 'ContextToken', meterId: otherId }]],
    ['another thing than tokens', usualMeters.map((meter) => ({ ...meter, unit: '1 Hour' }))],
    ['another size than the list', usualMeters.map((meter) => ({ ...meter, unit: '1K tokens' }))],
    ['an id that is none', usualMeters.map((meter) => ({ ...meter, meterId: "x' or 1 eq 1" }))],
    ['more meters than a model has', [...usualMeters, ...many]],
  ])('gives none for %s', async (_what, meters) => {
    expect(await pricesOf([input, output, entry(otherId, 3)], meters)).toBeUndefined();
  });
});
