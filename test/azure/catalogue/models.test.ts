import { openAiModels } from './openai_models';
import { models } from './models';

const daysUntil = (date: string, today: number) => (Date.parse(date) - today) / (24 * 3600 * 1000);

test('every model keeps its distance to retirement', () => {
  const today = Math.floor(Date.now() / (24 * 3600 * 1000)) * 24 * 3600 * 1000;
  const distances = openAiModels.map(({ retires }) => daysUntil(retires, Date.parse('2026-11-23')));
  expect(distances.length).toBeGreaterThan(10);
  expect(models.slice(0, distances.length).map(({ retires }) => daysUntil(retires, today))).toEqual(
    distances,
  );
});
