import { eachReadiness } from '../../targets/each_target';
import { fail, type Check, type KibanaContext } from '../check';

/** The run continues in the background with an API key of the person who started it. */
export const apiKeys: Check<KibanaContext> = {
  id: 'api_keys',
  run: ({ readiness }) =>
    eachReadiness(readiness).every(({ apiKeysEnabled }) => apiKeysEnabled)
      ? []
      : [fail({ code: 'api_keys_disabled' })],
};
