import type { CoreStart, ElasticsearchClient } from '@kbn/core/server';
import type { LicensingPluginStart } from '@kbn/licensing-plugin/server';
import { listsEndpoints } from '../../../../common/target_versions';
import { bounded } from '../../../core/targets/bounded';
import type { Readiness } from '../../../core/targets/target';
import { named } from './elasticsearch_error';

export interface ReadinessServices {
  licensing: LicensingPluginStart;
  core: { security: { authc: Pick<CoreStart['security']['authc'], 'apiKeys'> } };
  canEncrypt: boolean;
  kibanaVersion: string;
}

const manage = 'manage_inference';
const monitor = 'monitor_inference';

/** What the person and this Kibana bring for an endpoint. Elasticsearch is never older than Kibana. */
export async function readinessOf(
  { licensing, core, canEncrypt, kibanaVersion }: ReadinessServices,
  client: ElasticsearchClient,
): Promise<Readiness<'inference_endpoint'>> {
  const options = { maxRetries: 0 };
  const [license, apiKeysEnabled, { cluster }] = await bounded(() =>
    Promise.all([
      licensing.getLicense(),
      core.security.authc.apiKeys.areAPIKeysEnabled(),
      client.security.hasPrivileges({ cluster: [manage, monitor] }, options),
    ]),
  ).catch((error: unknown) => {
    throw named(error, (text) => text.slice(0, 1_000));
  });
  return {
    canEncrypt,
    license: license.type ?? 'unknown',
    licenseSufficient: license.isActive && license.hasAtLeast('enterprise'),
    apiKeysEnabled,
    isSupported: listsEndpoints(kibanaVersion),
    canManage: cluster[manage] === true,
    canMonitor: cluster[monitor] === true,
  };
}
