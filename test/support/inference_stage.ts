import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KibanaRequest } from '@kbn/core/server';
import { Client } from '@elastic/elasticsearch';
import * as v from 'valibot';
import type { Target } from '../../server/core/targets/target';
import {
  createInferenceEndpointTarget,
  type InferenceServices,
} from '../../server/kibana/targets/inference_endpoint/inference_endpoint_target';
import { startSimulator } from '../azure';
import { elasticsearchInProcess } from '../kibana';

/** The adapter of inference endpoints over the genuine client, without the rest of Kibana. */
export function inferenceTargetOver(client: Client): Target<'inference_endpoint'> {
  // What the adapter uses here: the rest of Kibana answers to other parts of it.
  const services = v.parse(
    v.custom<InferenceServices>(() => true),
    {
      core: {
        elasticsearch: { client: { asScoped: () => ({ asCurrentUser: client }) } },
        security: { authc: { apiKeys: { areAPIKeysEnabled: async () => true } } },
      },
      licensing: {
        getLicense: async () => ({ type: 'trial', isActive: true, hasAtLeast: () => true }),
      },
      canEncrypt: true,
      kibanaVersion: '9.4.0',
    },
  );
  const request = v.parse(
    v.custom<KibanaRequest>(() => true),
    {},
  );
  return createInferenceEndpointTarget(services, request);
}

/** The host's Elasticsearch of a version, the simulator that it calls, and the adapter of inference endpoints over the genuine client. */
export async function inferenceStage(version: string) {
  const dir = await mkdtemp(path.join(tmpdir(), 'elasticsearch-'));
  const simulator = await startSimulator({ dir, world: 'empty', speed: 'instant' });
  const { url, store, grant, ...elasticsearch } = await elasticsearchInProcess(version, dir, {
    network: simulator.proxyUrl,
    certificateAuthority: await readFile(simulator.caFile, 'utf8'),
  });
  const client = new Client({ node: url });
  return {
    simulator,
    url,
    store,
    client,
    grant,
    target: inferenceTargetOver(client),
    /** Ends Elasticsearch only. */
    breakDown: elasticsearch.stop,
    async stop() {
      await client.close();
      await elasticsearch.stop();
      await simulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
