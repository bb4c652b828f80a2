import { standingOf } from './model_standing';

describe('standingOf', () => {
  it.each<[string, Parameters<typeof standingOf>[0], string]>([
    ['is rated and has quota', { score: 8.5, drawbacks: [], free: 1 }, 'recommended'],
    ['is not rated for the use', { drawbacks: [], free: 100 }, 'best_available'],
    ['has no quota', { score: 8.5, drawbacks: [], free: 0 }, 'best_available'],
    [
      'has less quota than the least size',
      { score: 8.5, drawbacks: [], free: 40, minimum: 50 },
      'best_available',
    ],
    [
      'has a size within the free quota',
      { score: 8.5, drawbacks: [], free: 60, minimum: 50, step: 50 },
      'recommended',
    ],
    ['has unreadable quota', { score: 8.5, drawbacks: [] }, 'best_available'],
    ['retires soon', { score: 8.5, drawbacks: ['retires_soon'], free: 100 }, 'best_available'],
    ['has a low score', { score: 3, drawbacks: ['low_score'], free: 100 }, 'best_available'],
  ])('returns the standing of a model that %s', (_what, judged, expected) => {
    expect(standingOf(judged)).toBe(expected);
  });
});
