import { eachReadiness } from '../../targets/each_target';
import { fail, type Check, type KibanaContext } from '../check';

/** Kibana stores connectors with secrets only with a permanent encryption key. */
export const kibanaSecrets: Check<KibanaContext> = {
  id: 'kibana_secrets',
  run: ({ readiness }) =>
    eachReadiness(readiness).every(({ canEncrypt }) => canEncrypt)
      ? []
      : [fail({ code: 'encryption_key_missing' })],
};
