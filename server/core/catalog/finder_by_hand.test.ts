import {
  ids,
  models as catalogue,
  offersIn,
  openAiRegionsOf,
  usageNameOf,
} from '../../../test/azure';
import { useSimulatedAzure } from '../../../test/support/simulated_azure';
import { rememberReads } from '../azure/arm/answers/remember_reads';
import { bestCandidate } from './best_candidate';
import { findOffers } from './find_offers';

/**
 * Compares the finder, over thirty regions with random quota and capacity, with a list that the test computes
 * independently of the product.
 */

const simulator = useSimulatedAzure();

/** Seeded random numbers (a linear congruential generator). */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const sizes = [0, 1, 2, 20, 29, 30, 80, 100, 250, 450, 1_000, 40_000];
const regions = () => openAiRegionsOf('public', { furtherRegions: true }).map(({ name }) => name);
const types = ['GlobalStandard', 'DataZoneStandard', 'Standard'];

interface Dealt {
  limits: Record<string, number>;
  used: Record<string, number>;
  serviceCapacity: Record<string, number>;
}

function deal(seed: number): Dealt {
  const roll = dice(seed);
  const dealt: Dealt = { limits: {}, used: {}, serviceCapacity: {} };
  for (const region of regions()) {
    if (roll(3) === 0) dealt.serviceCapacity[region] = sizes[roll(sizes.length)] ?? 0;
    for (const model of catalogue) {
      for (const type of types) {
        const row = `${region}/${usageNameOf(model, type).toLowerCase()}`;
        dealt.limits[row] = sizes[roll(sizes.length)] ?? 0;
        dealt.used[row] = roll(4) === 0 ? roll(200) : 0;
      }
    }
  }
  return dealt;
}

const security: Record<string, number> = {
  'gpt-5.2': 8.58,
  'gpt-5.4-mini': 6.81,
  'gpt-4.1': 6.5,
  'gpt-5.4': 6.35,
  'gpt-5.4-nano': 5.49,
  'gpt-4.1-mini': 3.26,
};
const toolsFail = ['gpt-5.6-luna'];
const firstRegions = [
  'eastus2',
  'swedencentral',
  'eastus',
  'westus3',
  'francecentral',
  'japaneast',
];
const day = 86_400_000;

/** The order of regions for ties: the preferred ones, then Azure's recommended ones. */
function inOrder(): string[] {
  const all = openAiRegionsOf('public', { furtherRegions: true });
  const rest = all.filter(({ name }) => !firstRegions.includes(name));
  return [
    ...firstRegions,
    ...rest.filter(({ recommended }) => recommended).map(({ name }) => name),
    ...rest.filter(({ recommended }) => !recommended).map(({ name }) => name),
  ];
}

function byHand({ limits, used, serviceCapacity }: Dealt) {
  const rows = [];
  for (const [regionIndex, region] of inOrder().entries()) {
    for (const [modelIndex, model] of catalogue.entries()) {
      const daysLeft = (Date.parse(model.retires) - Date.now()) / day;
      if (model.format !== 'OpenAI' || model.capabilities.chatCompletion !== 'true') continue;
      if (model.lifecycle === 'Deprecated' || daysLeft <= 0) continue;
      for (const [typeIndex, offer] of offersIn(model, region).entries()) {
        const near = types.indexOf(offer.sku);
        if (near < 0) continue;
        const row = `${region}/${usageNameOf(model, offer.sku).toLowerCase()}`;
        const quota = Math.max(0, (limits[row] ?? NaN) - (used[row] ?? NaN));
        const free = Math.min(quota, serviceCapacity[region] ?? Infinity, offer.capacity.maximum);
        const tokens = free * offer.tokens.count;
        const level = tokens >= 100_000 ? 3 : tokens >= 30_000 ? 2 : tokens > 0 ? 1 : 0;
        const score = security[model.name];
        const bad = model.lifecycle === 'Deprecating' || (score !== undefined && score <= 5);
        const ease = toolsFail.includes(model.name) ? 0 : daysLeft < 180 ? 1 : 2;
        const merits = [bad ? 0 : 1, level > 0 ? 1 : 0, ease, level, score ?? 0];
        merits.push(model.isDefaultVersion ? 1 : 0, near, Math.min(tokens, 675_000));
        merits.push(Number(model.version.replaceAll('-', '')));
        merits.push(-regionIndex, -modelIndex, -typeIndex);
        const name = [model.name, model.version, offer.sku, region].join(' ');
        rows.push({ name, free, tokens, merits });
      }
    }
  }
  const better = (a: number[], b: number[]) => {
    const index = a.findIndex((merit, at) => merit !== b[at]);
    return index < 0 ? 0 : (b[index] ?? 0) - (a[index] ?? 0);
  };
  return rows.sort((a, b) => better(a.merits, b.merits)).map(({ name, free }) => [name, free]);
}

async function azureWith(dealt: Dealt) {
  simulator().reset('many_regions', 'instant');
  const [subscription] = simulator().state.world.subscriptions;
  if (!subscription) throw new Error('The world has no subscription.');
  const { serviceCapacity, ...quota } = dealt;
  Object.assign(subscription, { serviceCapacity, quota: { limit: 0, ...quota } });
  return rememberReads(await simulator().azure());
}

const search = {
  subscriptionId: ids.main,
  kind: 'OpenAI',
  target: 'connector',
  useCase: 'security',
  kibanaVersion: '9.4.0',
} as const;

it.each([1, 2, 3, 5, 8])('ranks and counts as by hand: seed %d', async (seed) => {
  const dealt = deal(seed);
  const azure = await azureWith(dealt);
  const answer = await findOffers({ ...search, azure, now: new Date() });
  const found = answer.offers.map(({ modelName, modelVersion, deploymentType, location, free }) => [
    [modelName, modelVersion, deploymentType, location].join(' '),
    free,
  ]);
  const expected = byHand(dealt);
  expect(expected.length).toBeGreaterThan(200);
  expect(found).toEqual(expected);
  expect([answer.regions, answer.unread]).toEqual([30, []]);
});

it.each([1, 2, 3])('recommends the finder’s first offer: seed %d', async (seed) => {
  const azure = await azureWith(deal(seed));
  const { offers } = await findOffers({ ...search, azure, now: new Date() });
  for (const location of ['eastus2', 'swedencentral', 'francecentral', 'japaneast', 'uksouth']) {
    const { candidate } = await bestCandidate({
      ...search,
      azure,
      now: new Date(),
      fixed: { location },
    });
    const first = offers.find((offer) => offer.location === location);
    expect({ ...candidate.model, ...candidate.type }).toMatchObject({
      location,
      modelName: first?.modelName,
      modelVersion: first?.modelVersion,
      deploymentType: first?.deploymentType,
    });
  }
});
