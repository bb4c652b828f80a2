import { isModelOf } from './answering_model';

it.each([
  ['gpt-5.2-2025-12-11', 'gpt-5.2', true],
  ['gpt-5.2', 'gpt-5.2', true],
  ['gpt-3.5-turbo-0125', 'gpt-35-turbo', true],
  ['gpt-4-turbo-2024-04-09', 'gpt-4', true],
  ['gpt-4.1-2025-04-14.ft-0a1b', 'gpt-4.1', true],
  ['gpt-4.1-mini-2025-04-14', 'model-router', true],
  ['DeepSeek-R1', 'deepseek-r1-0528', true],
  ['', 'gpt-5.2', true],
  ['gpt-4o-mini-2024-07-18', 'gpt-5.2', false],
  ['gpt-5.2-2025-12-11', 'gpt-5', false],
  ['gpt-5-mini-2025-08-07', 'gpt-5', false],
  ['gpt-4o-2024-11-20', 'gpt-4', false],
  ['o4-mini-2025-04-16', 'o4', false],
])('%j can come from %s: %s', (answering, deployed, can) => {
  expect(isModelOf(answering, deployed)).toBe(can);
});
