import type { ElasticsearchClient } from '@kbn/core/server';
import { listsEndpoints } from '../../../../common/targets/target_versions';
import { bounded } from '../../../core/targets/bounded';
import type { Readiness } from '../../../core/targets/target';
import { createRedact } from '../answers/redact';
import { readKibanaReadiness, type KibanaReadinessServices } from '../kibana_readiness';
import { privilegesIn } from './endpoint_answers';
import { named } from './elasticsearch_error';

export interface ReadinessServices extends KibanaReadinessServices {
  canEncrypt: boolean;
  kibanaVersion: string;
}

const manage = 'manage_inference';
const monitor = 'monitor_inference';

/** The requirements for an endpoint. Elasticsearch is never older than Kibana. */
export async function readinessOf(
  services: ReadinessServices,
  client: ElasticsearchClient,
): Promise<Readiness<'inference_endpoint'>> {
  const options = { maxRetries: 0 };
  const [kibana, cluster] = await bounded(() =>
    Promise.all([
      readKibanaReadiness(services),
      client.security.hasPrivileges({ cluster: [manage, monitor] }, options).then(privilegesIn),
    ]),
  ).catch((error: unknown) => {
    throw named(error, createRedact());
  });
  return {
    ...kibana,
    canEncrypt: services.canEncrypt,
    isSupported: listsEndpoints(services.kibanaVersion),
    canManage: cluster[manage] === true,
    canMonitor: cluster[monitor] === true,
  };
}
