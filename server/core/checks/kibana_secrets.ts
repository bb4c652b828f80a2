import { fail, type KibanaCheck } from './check';

/** Kibana stores connectors with secrets only when it has a permanent encryption key. */
export const kibanaSecrets: KibanaCheck = {
  id: 'kibana_secrets',
  about: 'kibana',
  run: ({ canEncrypt }) => (canEncrypt ? [] : [fail({ code: 'encryption_key_missing' })]),
};
