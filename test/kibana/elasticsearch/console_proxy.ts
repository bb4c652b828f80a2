import Boom from '@hapi/boom';
import type { Request, Server } from '@hapi/hapi';
import * as v from 'valibot';
import { object } from '../../shapes';
import type { Credentials } from './client';

const query = object({ method: v.picklist(['GET', 'PUT', 'POST', 'DELETE']), path: v.string() });

/** Kibana's console: calls Elasticsearch as the person and returns its response. */
export function registerConsoleProxy(server: Server, url: string, { headerOf }: Credentials) {
  server.route({
    method: 'POST',
    path: '/api/console/proxy',
    async handler(request: Request, h) {
      if (!('kbn-xsrf' in request.headers)) {
        throw Boom.badRequest('Request must contain a kbn-xsrf header.');
      }
      const { method, path } = v.parse(query, request.query);
      const authorization = headerOfPerson(request, headerOf);
      const answer = await fetch(new URL(path.replace(/^\/?/, '/'), url), {
        method,
        headers: {
          'content-type': 'application/json',
          ...(authorization !== undefined && { authorization }),
        },
        ...(request.payload !== null &&
          method !== 'GET' && { body: JSON.stringify(request.payload) }),
      });
      return h
        .response(await answer.text())
        .code(answer.status)
        .type(answer.headers.get('content-type') ?? 'application/json');
    },
  });
}

const headerOfPerson = ({ raw, app }: Request, headerOf: Credentials['headerOf']) =>
  headerOf({ headers: raw.req.headers, principal: app.principal });
