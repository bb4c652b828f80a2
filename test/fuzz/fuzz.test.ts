import { createRandom } from './random';
import { mutateJson } from './mutate_json';
import { fuzz } from './stage';

it('mutates deterministically by seed', () => {
  const mutated = (seed: number) =>
    JSON.stringify(mutateJson({ a: [1, 'x'], b: {} }, createRandom(seed)));
  expect([1, 2, 3, 4].map(mutated)).toEqual([1, 2, 3, 4].map(mutated));
  expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(mutated)).size).toBeGreaterThan(3);
});

it('finds no 5xx, hang, secret or crash in a sample of npm run fuzz', async () => {
  const { findings } = await fuzz({ seed: 20_261_128, perRoute: 25, rounds: 60 });
  expect(findings).toEqual([]);
});
