import type { TargetChoice } from '../../../common/targets/targets';
import { requiredKibana } from './assistant_support';

describe('the Kibana version that a model requires', () => {
  it.each<[string, TargetChoice, string, string | undefined]>([
    ['9.2.3', 'connector', 'gpt-5.2', '9.3'],
    ['9.2.3', 'connector', 'o3', '9.3'],
    ['9.2.3', 'connector', 'gpt-4.1', undefined],
    ['9.3.0', 'connector', 'gpt-5.2', undefined],
    ['9.6.0', 'connector', 'gpt-5.4', undefined],
    ['9.4.5', 'connector', 'gpt-5.2', undefined],
    ['9.4.5', 'inference_endpoint', 'gpt-5.2', '9.4.6'],
    ['9.4.5', 'both', 'gpt-5.2', '9.4.6'],
    ['9.4.5', 'inference_endpoint', 'gpt-4.1', undefined],
    ['9.4.6', 'inference_endpoint', 'gpt-5.2', undefined],
    ['9.5.2', 'inference_endpoint', 'gpt-5.2', '9.5.3'],
    ['9.5.3', 'both', 'gpt-5.2', undefined],
  ])('on %s, through %s, with %s is %s', (kibanaVersion, target, modelName, required) => {
    expect(requiredKibana({ kibanaVersion, target }, modelName)).toBe(required);
  });
});
