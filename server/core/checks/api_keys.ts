import { fail, type Check, type KibanaContext } from './check';

/** The run goes on in the background with an API key of the person's own. */
export const apiKeys: Check<KibanaContext> = {
  id: 'api_keys',
  run: ({ readiness }) => (readiness.apiKeysEnabled ? [] : [fail({ code: 'api_keys_disabled' })]),
};
