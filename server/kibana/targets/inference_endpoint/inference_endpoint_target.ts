import type { KibanaRequest } from '@kbn/core/server';
import { SetupError } from '../../../../common/problem';
import type { Target } from '../../../core/targets/target';
import type { ConnectorServices } from '../connector/connector_target';

const unsupported = async (): Promise<never> => {
  throw new SetupError({ code: 'unexpected' });
};

/** Inference endpoints of Elasticsearch, as the person behind the request. */
export function createInferenceEndpointTarget(
  { licensing, core, canEncrypt }: ConnectorServices,
  _request: KibanaRequest,
): Target<'inference_endpoint'> {
  return {
    async readiness() {
      const license = await licensing.getLicense();
      return {
        canEncrypt,
        license: license.type ?? 'unknown',
        licenseSufficient: license.isActive && license.hasAtLeast('enterprise'),
        apiKeysEnabled: await core.security.authc.apiKeys.areAPIKeysEnabled(),
        isSupported: false,
        canManage: false,
        canMonitor: false,
      };
    },
    look: unsupported,
    list: async () => [],
    create: unsupported,
    update: unsupported,
    remove: unsupported,
    reach: async () => ({ status: 'unknown' }),
    ask: unsupported,
    chat: unsupported,
    probe: unsupported,
  };
}
