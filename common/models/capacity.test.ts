import {
  capacityPresets,
  fitCapacity,
  recommendedCapacity,
  tokenLevels,
  type CapacityOffer,
} from './capacity';

const offer = (given: Partial<CapacityOffer>): CapacityOffer => ({
  minimum: 1,
  step: 1,
  tokensPerUnit: 1_000,
  ...given,
});

/** Sizes that are multiples of one. */
const steps = (size: number) => ({ minimum: size, step: size });

describe('recommendedCapacity', () => {
  it.each<[string, Partial<CapacityOffer>, number, string, object?]>([
    ['takes two thirds', { free: 150 }, 100, 'leaves_a_third', { left: 50_000 }],
    ['rounds two thirds down', { free: 100 }, 66, 'leaves_a_third', { left: 34_000 }],
    ['stops at the ideal', { free: 700 }, 450, 'ideal_quota', { left: 250_000 }],
    [
      'takes exactly the ideal as two thirds',
      { free: 675 },
      450,
      'leaves_a_third',
      { left: 225_000 },
    ],
    ['keeps to the maximum', { free: 300, maximum: 80 }, 80, 'largest_capacity', { left: 220_000 }],
    ['keeps to the step', { free: 150, ...steps(30) }, 90, 'leaves_a_third', { left: 60_000 }],
    ['counts tokens', { free: 90, tokensPerUnit: 10_000 }, 45, 'ideal_quota', { left: 450_000 }],
    ['takes the only size left', { free: 60, ...steps(50) }, 50, 'only_free_capacity'],
    ['takes the only unit left', { free: 1 }, 1, 'only_free_capacity'],
    ['names the least when less is free', { free: 10, minimum: 50 }, 50, 'smallest_capacity'],
    ['names the least when none is free', { free: 0 }, 1, 'smallest_capacity'],
    [
      'takes the default for unknown quota',
      { default: 50 },
      50,
      'model_default_quota',
      { units: 50 },
    ],
    ['bounds a default', { default: 50, maximum: 20 }, 20, 'model_default_quota', { units: 20 }],
    ['has the least without a default', { minimum: 15 }, 15, 'model_default_quota', { units: 15 }],
  ])('%s', (_what, given, capacity, code, detail: object | undefined = undefined) => {
    const reason = { code, ...(detail && { detail }) };
    expect(recommendedCapacity(offer(given))).toEqual({ capacity, reason });
  });

  it('leaves a third of any quota if possible, and is a valid capacity of the model', () => {
    for (let free = 1; free <= 1_200; free += 1) {
      for (const sizes of [{}, { minimum: 10, step: 10 }, { minimum: 25, step: 5, maximum: 400 }]) {
        const given = offer({ free, ...sizes });
        const { capacity, reason } = recommendedCapacity(given);
        expect(fitCapacity(given, capacity)).toBe(capacity);
        if (!('detail' in reason)) continue;
        expect(capacity).toBeLessThanOrEqual((free * 2) / 3);
        if (free >= 150) expect(capacity * 1_000).toBeGreaterThanOrEqual(tokenLevels.ample);
      }
    }
  });
});

describe('capacityPresets', () => {
  it.each<[string, Partial<CapacityOffer>, Record<string, number>]>([
    ['has three sizes', { free: 150 }, { recommended: 100, small: 30, all_free: 150 }],
    [
      'says when a deployment cannot have all',
      { free: 900, maximum: 600 },
      { recommended: 450, small: 30, largest: 600 },
    ],
    ['has no small size above what is free', { free: 20 }, { recommended: 13, all_free: 20 }],
    ['lists equal sizes once', { free: 45 }, { recommended: 30, all_free: 45 }],
    ['lists the only size once', { free: 1 }, { recommended: 1 }],
    [
      'rounds the small size up to a step',
      { free: 150, ...steps(25) },
      { recommended: 100, small: 50, all_free: 150 },
    ],
    [
      'takes the least as small where it is larger',
      { free: 300, ...steps(50) },
      { recommended: 200, small: 50, all_free: 300 },
    ],
    [
      'rounds the small size up to whole units',
      { free: 60, tokensPerUnit: 7_000 },
      { recommended: 40, small: 5, all_free: 60 },
    ],
    ['has no size of all for unknown quota', { default: 50 }, { recommended: 50, small: 30 }],
    ['is empty when nothing is free', { free: 0 }, {}],
    ['is empty when less than the least is free', { free: 40, minimum: 50 }, {}],
  ])('%s', (_what, given, expected) => {
    const presets = capacityPresets(offer(given));
    expect(presets.map(({ id, capacity }) => [id, capacity])).toEqual(Object.entries(expected));
    const { tokensPerUnit } = offer(given);
    for (const { capacity, tokens } of presets) expect(tokens).toBe(capacity * tokensPerUnit);
  });
});
