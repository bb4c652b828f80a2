import { fail, type Check, type KibanaContext } from './check';

/** Kibana stores connectors with secrets only when it has a permanent encryption key. */
export const kibanaSecrets: Check<KibanaContext> = {
  id: 'kibana_secrets',
  run: ({ readiness }) => (readiness.canEncrypt ? [] : [fail({ code: 'encryption_key_missing' })]),
};
