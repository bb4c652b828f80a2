import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '@kbn/core/server';
import type { Principal } from '../security/principal';
import { knownClusterPrivileges } from '../config/cluster_privileges';
import { hasClusterPrivilege } from '../security/cluster_privileges';
import { stream } from './chat_completion';
import { ElasticsearchError, errorBody, refusal } from './elasticsearch_error';
import { get, put, remove, type InferenceOptions } from './inference_api';
import { readBody, refuseParameters, type RestReply, type RestRequest } from './rest_request';
import { errorEvent } from './unified_stream';
import { update } from './update_endpoint';

interface ElasticsearchOptions extends InferenceOptions {
  log: Logger;
  /** The principal of a request's `Authorization` header; throws Elasticsearch's error for invalid credentials. */
  authenticate(authorization: string | undefined, path: string): Principal;
}

type Handler = (request: RestRequest, options: ElasticsearchOptions) => Promise<RestReply>;

/** Privileges of the caller. Rejects unknown privilege names. */
const hasPrivileges: Handler = async (request) => {
  refuseParameters(request, []);
  const { cluster } = await request.body();
  const names = Array.isArray(cluster) ? cluster.map(String) : [];
  const unknown = names.find((name) => !knownClusterPrivileges.includes(name));
  if (unknown !== undefined) {
    throw refusal(
      400,
      'illegal_argument_exception',
      `unknown cluster privilege [${unknown}]. a privilege must be either one of the predefined fixed cluster privileges or a pattern over one of the available cluster actions`,
    );
  }
  const { principal } = request;
  const held = names.map((name): [string, boolean] => [name, hasClusterPrivilege(principal, name)]);
  return {
    json: {
      username: principal.user.username,
      has_all_requested: held.every(([, has]) => has),
      cluster: Object.fromEntries(held),
      index: {},
      application: {},
    },
  };
};

const chat = /^\/_inference\/(chat_completion)\/([^/]+)\/_stream$/;
const routes: Array<[method: string, path: RegExp, handler: Handler]> = [
  ['POST', /^\/_security\/user\/(_has_privileges)$/, hasPrivileges],
  ['POST', chat, stream],
  ['PUT', /^\/_inference\/([^/]+)(?:\/([^/]+))?\/(_update)$/, update],
  ['GET', /^\/_inference(?:\/([^/]+)(?:\/([^/]+))?)?$/, get],
  ['PUT', /^\/_inference\/([^/]+)(?:\/([^/]+))?$/, put],
  ['DELETE', /^\/_inference\/([^/]+)(?:\/([^/]+))?$/, remove],
  ['PUT', /^\/_ingest\/pipeline\/([^/]+)$/, (request, { uses }) => uses.putPipeline(request)],
  ['PUT', /^\/([^_/][^/]*)$/, (request, { uses }) => uses.putIndex(request)],
];

/** The cluster's HTTP API, on loopback. */
export async function startElasticsearch(options: ElasticsearchOptions) {
  const server = createServer((incoming, response) => void serve(incoming, response, options));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  options: ElasticsearchOptions,
) {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://elasticsearch');
  const compatible = /compatible-with=(\d+)/.exec(incoming.headers.accept ?? '')?.[1];
  const send = (status: number, json: unknown) =>
    response
      .writeHead(status, {
        'x-elastic-product': 'Elasticsearch',
        'content-type': compatible
          ? `application/vnd.elasticsearch+json;compatible-with=${compatible}`
          : 'application/json',
      })
      .end(JSON.stringify(json));
  try {
    const reply = await answer(incoming, response, pathname, searchParams, options);
    if ('json' in reply) return send(200, reply.json);
    response.writeHead(200, streamHeaders);
    for await (const event of reply.stream) response.write(event);
    return response.end();
  } catch (error) {
    if (response.headersSent || response.destroyed) return response.destroy();
    const known = error instanceof ElasticsearchError ? error : unexpected(error, options.log);
    if (!chat.test(pathname) || known.status === 401) return send(known.status, errorBody(known));
    response.writeHead(known.status, streamHeaders);
    return response.end(errorEvent(known));
  }
}

const streamHeaders = {
  'x-elastic-product': 'Elasticsearch',
  'content-type': 'text/event-stream',
};

const unexpected = (error: unknown, log: Logger) => {
  log.error(error instanceof Error ? error : String(error));
  return refusal(500, 'exception', 'internal error of this Elasticsearch');
};

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  options: ElasticsearchOptions,
): Promise<RestReply> {
  const principal = options.authenticate(incoming.headers.authorization, path);
  const method = incoming.method ?? 'GET';
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  for (const [wanted, pattern, handler] of routes) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (!match) continue;
    const parts = match
      .slice(1)
      .flatMap((part) => (part === undefined ? [] : [decodeURIComponent(part)]));
    const request = {
      method,
      parts,
      path,
      query,
      principal,
      body: readBody(incoming),
      signal: gone.signal,
    };
    return handler(request, options);
  }
  throw refusal(
    400,
    'illegal_argument_exception',
    `no handler found for uri [${path}] and method [${method}]`,
  );
}
