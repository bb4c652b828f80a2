import { fail, pass, type KibanaCheck } from './check';

/** Kibana stores connectors with secrets only when it has a permanent encryption key. */
export const kibanaSecrets: KibanaCheck = {
  id: 'kibana_secrets',
  about: 'kibana',
  run: ({ canEncrypt }) =>
    canEncrypt
      ? pass('kibana_secrets')
      : fail('kibana_secrets', { code: 'encryption_key_missing' }),
};
