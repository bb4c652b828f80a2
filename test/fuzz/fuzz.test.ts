import { createRandom } from './random';
import { mutateJson } from './mutate_json';
import { fuzz } from './stage';

it('mutates in the same way again when the seed is the same', () => {
  const mutated = (seed: number) =>
    JSON.stringify(mutateJson({ a: [1, 'x'], b: {} }, createRandom(seed)));
  expect([1, 2, 3, 4].map(mutated)).toEqual([1, 2, 3, 4].map(mutated));
  expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(mutated)).size).toBeGreaterThan(3);
});

it('finds no 5xx, no hang, no secret and no lost process in a slice of what npm run fuzz does', async () => {
  const { findings } = await fuzz({ seed: 20_261_128, perRoute: 25, rounds: 60 });
  expect(findings).toEqual([]);
});
