import { fail, type KibanaCheck } from './check';

/** The run goes on in the background with an API key of the person's own. */
export const apiKeys: KibanaCheck = {
  id: 'api_keys',
  about: 'kibana',
  run: ({ apiKeysEnabled }) => (apiKeysEnabled ? [] : [fail({ code: 'api_keys_disabled' })]),
};
