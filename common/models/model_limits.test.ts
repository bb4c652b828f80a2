import { refusesTemperature, toolsNeedReasoningEffort } from './model_limits';

describe('parameters of the assistants', () => {
  it.each([
    ['gpt-5.2', true, false],
    ['gpt-5', true, false],
    ['gpt-5-mini', true, false],
    ['gpt-5.4', true, false],
    ['gpt-5.4-mini', true, false],
    ['gpt-5.5', true, false],
    ['gpt-5.10', true, true],
    ['gpt-5.6-sol', true, true],
    ['gpt-6-astra', true, true],
    ['gpt-10', true, true],
    ['o3', true, false],
    ['o4-mini', true, false],
    ['gpt-4.1', false, false],
    ['gpt-4o', false, false],
    ['gpt-4o-mini', false, false],
    ['gpt-oss-120b', false, false],
    ['model-router', false, false],
  ])('to %s: temperature refused %s, tools refused %s', (name, temperature, tools) => {
    expect(refusesTemperature(name)).toBe(temperature);
    expect(toolsNeedReasoningEffort(name)).toBe(tools);
  });
});
