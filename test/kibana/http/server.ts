import { randomUUID } from 'node:crypto';
import Boom from '@hapi/boom';
import hapi, { type Request, type ResponseToolkit, type Server } from '@hapi/hapi';
import type { Logger } from '@kbn/core/server';
import type { Settings } from '../config/settings';
import { internalError } from './responses';
import { spacePrefix } from './request_state';

interface ServerOptions {
  port: number;
  settings: Settings;
  log: Logger;
  headers: Record<string, string>;
}

const minute = 60_000;

/** The HTTP server as Kibana sets it up: limits, spaces, headers, access log. */
export function createServer({ port, settings, log, headers }: ServerOptions): Server {
  const server = hapi.server({
    port,
    host: '127.0.0.1',
    routes: {
      payload: {
        maxBytes: 1_048_576,
        multipart: true,
        failAction: (_request, _h, error) => {
          throw error ?? Boom.badRequest();
        },
      },
      timeout: { socket: 2 * minute },
    },
    state: { strictHeader: false, ignoreErrors: true },
    debug: false,
  });
  server.ext('onRequest', (request, h) => enter(request, h, settings));
  server.ext('onPreResponse', (request, h) => leave(request, h, log, headers));
  server.events.on('response', (request) => {
    const { response } = request;
    const status = 'statusCode' in response ? response.statusCode : response.output.statusCode;
    const time = request.info.responded - request.info.received;
    const path = `${request.app.spacePath}${request.path}`;
    log
      .get('server', 'response')
      .debug(`${request.method.toUpperCase()} ${path} ${status} ${time}ms`);
  });
  return server;
}

/** Strips base path and space from the path, as Kibana does before routing. */
function enter(request: Request, h: ResponseToolkit, settings: Settings) {
  request.app.requestId = randomUUID();
  request.app.spaceId = 'default';
  request.app.spacePath = '';
  const basePath = settings['server.basePath'] ?? '';
  let path = request.url.pathname;
  if (settings['server.rewriteBasePath'] && basePath !== '') {
    if (path !== basePath && !path.startsWith(`${basePath}/`)) throw Boom.notFound();
    path = path.slice(basePath.length) || '/';
  }
  const [, spaceId, rest] = /^\/s\/([a-z0-9_-]+)(\/.*)?$/.exec(path) ?? [];
  if (spaceId !== undefined) {
    request.app.spaceId = spaceId;
    request.app.spacePath = spacePrefix(spaceId);
    path = rest ?? '/';
  }
  if (path !== request.url.pathname) request.setUrl(`${path}${request.url.search}`);
  if (settings['host.spaces'].includes(request.app.spaceId)) return h.continue;
  if (path !== '/' && !path.startsWith('/app')) throw Boom.notFound();
  return h.redirect(`${basePath}/spaces/space_selector`).takeover();
}

function leave(
  { response }: Request,
  h: ResponseToolkit,
  log: Logger,
  headers: Record<string, string>,
) {
  if (!('isBoom' in response)) {
    for (const [name, value] of Object.entries(headers)) response.header(name, value);
    return h.continue;
  }
  let error = response;
  if (error.isServer && error.output.statusCode === 500 && error.message !== '') {
    log.error('500 Server Error', { error: { message: error.stack ?? error.message } });
    error = internalError();
  }
  const own = error.output.headers;
  error.output.headers = { ...headers, ...own };
  throw error;
}
