import { temperatureFails } from './assistant_support';

describe('parameters of the assistants', () => {
  it.each([
    ['9.2.3', 'gpt-5.2', true],
    ['9.2.3', 'o3', true],
    ['9.2.3', 'gpt-4.1', false],
    ['9.3.0', 'gpt-5.2', false],
    ['9.6.0', 'gpt-5.4', false],
  ])('from Kibana %s to %s: the temperature fails %s', (kibanaVersion, modelName, fails) => {
    expect(temperatureFails(kibanaVersion, modelName)).toBe(fails);
  });
});
