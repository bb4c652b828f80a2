import { createServer } from 'node:http';
import { Client } from '@elastic/elasticsearch';
import type { KibanaRequest } from '@kbn/core/server';
import * as v from 'valibot';
import {
  createInferenceEndpointTarget,
  type InferenceServices,
} from '../../server/kibana/targets/inference_endpoint/inference_endpoint_target';

export interface OddAnswer {
  status?: number;
  body: string;
  /** Of a proxy if it is not JSON. */
  contentType?: string;
  /** False: without the header by which the client knows Elasticsearch. */
  isElasticsearch?: boolean;
  /** The connection breaks after the body. */
  isBroken?: boolean;
}

/** The adapter of inference endpoints, and a server in the place of Elasticsearch that has one answer for everything. */
export async function oddElasticsearch() {
  let answer: OddAnswer = { body: '{}' };
  const server = createServer((request, response) => {
    const { status = 200, body, contentType = 'application/json', isElasticsearch = true } = answer;
    request.resume();
    response.writeHead(status, {
      'content-type': contentType,
      ...(isElasticsearch && { 'x-elastic-product': 'Elasticsearch' }),
      ...(answer.isBroken && { 'content-length': body.length + 100 }),
    });
    if (answer.isBroken) response.write(body, () => response.destroy());
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const client = new Client({ node: `http://127.0.0.1:${port}` });
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
  return {
    target: createInferenceEndpointTarget(services, request),
    answers(given: OddAnswer) {
      answer = given;
    },
    async stop() {
      await client.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
