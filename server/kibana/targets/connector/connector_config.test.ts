import * as v from 'valibot';
import { genAiConfigSchema } from '../../../../test/kibana';
import { connectorConfig } from './connector_config';

const url = 'https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=1';
const base = { apiProvider: 'Azure OpenAI', apiUrl: url };
const window = { contextWindowLength: 400_000 };
const reasoning = { temperature: 1 };
const model = { defaultModel: 'gpt-5.2' };

describe('the config of a connector', () => {
  it.each([
    ['9.1.4', base],
    ['9.2.0', { ...base, ...window }],
    ['9.3.1', { ...base, ...window, ...reasoning }],
    ['9.4.0-SNAPSHOT', { ...base, ...window, ...reasoning, ...model }],
    ['9.5.3', { ...base, ...window, ...reasoning, ...model }],
    ['9.6.0', { ...base, ...window, ...reasoning, ...model }],
    ['9.10.0', { ...base, ...window, ...reasoning, ...model }],
    ['10.0.0', { ...base, ...window, ...reasoning, ...model }],
    ['unknown', base],
  ])('in Kibana %s', (kibanaVersion, expected) => {
    const config = connectorConfig({
      url,
      kibanaVersion,
      modelName: 'gpt-5.2',
      contextTokens: 400_000,
    });
    expect(config).toEqual(expected);
    expect(v.is(genAiConfigSchema(kibanaVersion), config)).toBe(true);
  });

  it('leaves the temperature of other models, and an unknown context window, alone', () => {
    expect(connectorConfig({ url, kibanaVersion: '9.4.0', modelName: 'gpt-4.1' })).toEqual({
      ...base,
      defaultModel: 'gpt-4.1',
    });
  });
});
