import { createServer } from 'node:http';
import { Client } from '@elastic/elasticsearch';
import { inferenceTargetOver } from './inference_stage';

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
  return {
    target: inferenceTargetOver(client),
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
