import { fail, pass, type KibanaCheck } from './check';

/** The run goes on in the background with an API key of the person's own. */
export const apiKeys: KibanaCheck = {
  id: 'api_keys',
  about: 'kibana',
  run: ({ apiKeysEnabled }) =>
    apiKeysEnabled ? pass('api_keys') : fail('api_keys', { code: 'api_keys_disabled' }),
};
