import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import type { Logger } from '@kbn/core/server';
import type { PrivilegeRegistry } from '../features/privileges';
import { createKibanaRequest, isInternalApiRequest } from './kibana_request';
import { internalError, responseFactory, toHapi } from './responses';
import { validateParts } from './route_validation';
import { defineRoute, pickVersion, type RouteDefinition } from './versioned_route';

interface RouterOptions {
  server: Server;
  log: Logger;
  version: string;
  privileges: PrivilegeRegistry;
}

const methods = ['get', 'post', 'put', 'delete'] as const;
type Register = (
  config: Parameters<typeof defineRoute>[1],
) => ReturnType<typeof defineRoute>['registration'];

/** Kibana's `core.http.createRouter()`, versioned routes only. */
export function createRouter(options: RouterOptions): { versioned: Record<string, Register> } {
  const register =
    (method: RouteDefinition['method']): Register =>
    (config) => {
      const { definition, registration } = defineRoute(method, config);
      mount(definition, options);
      return registration;
    };
  return { versioned: Object.fromEntries(methods.map((method) => [method, register(method)])) };
}

function mount(route: RouteDefinition, options: RouterOptions) {
  options.server.route({
    method: route.method,
    path: route.path,
    options: {
      ...(route.payload && { payload: route.payload }),
      ...(route.idleSocket !== undefined && { timeout: { socket: route.idleSocket } }),
      ext: { onPostAuth: { method: (request, h) => gate(route, options, request, h) } },
    },
    handler: (request, h) => handle(route, options, request, h),
  });
}

/** The checks between sign-in and handler, in Kibana's order. */
function gate(
  route: RouteDefinition,
  { log, version, privileges }: RouterOptions,
  request: Request,
  h: ResponseToolkit,
) {
  const refuse = (response: unknown) => {
    const result = toHapi(response, h);
    return 'takeover' in result ? result.takeover() : result;
  };
  const { url } = request;
  const { headers } = request.raw.req;
  const unsafe = route.method !== 'get';
  if (unsafe && !('kbn-xsrf' in headers) && !('kbn-version' in headers)) {
    return refuse(responseFactory.badRequest({ body: 'Request must contain a kbn-xsrf header.' }));
  }
  const got = headers['kbn-version']?.toString();
  if (got !== undefined && got !== version) {
    const message = `Browser client is out of date, please refresh the page ("kbn-version" header was "${got}" but should be "${version}")`;
    return refuse(
      responseFactory.badRequest({ body: { message, attributes: { expected: version, got } } }),
    );
  }
  if (route.access === 'internal' && !isInternalApiRequest(request)) {
    const where = `uri [${url.pathname}] with method [${route.method}]`;
    log.error(`Access to ${where} is not available with the current configuration`);
    return refuse(
      responseFactory.badRequest({
        body: `${where} exists but is not available with the current configuration`,
      }),
    );
  }
  const { principal, spaceId } = request.app;
  if (!principal) return h.continue;
  const required = 'enabled' in route.authz ? [] : route.authz.requiredPrivileges;
  const has = (name: string) =>
    name === 'superuser' ? principal.superuser : privileges.hasApi(principal, spaceId, name);
  const missing = required.filter((name) => !has(name));
  if (missing.length === 0) return h.continue;
  const message = `API [${route.method.toUpperCase()} ${url.pathname}${url.search}] is unauthorized for user, this action is granted by the Kibana privileges [${missing.join(',')}]`;
  log.warn(message);
  return refuse(responseFactory.forbidden({ body: { message } }));
}

async function handle(
  route: RouteDefinition,
  { log }: RouterOptions,
  request: Request,
  h: ResponseToolkit,
) {
  const failed = (status: number, text: string, error: unknown) =>
    log.error(`${status} ${text}`, {
      error: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    });
  try {
    const choice = pickVersion(route, request);
    if ('refusal' in choice) {
      return toHapi(
        responseFactory.customError({ statusCode: choice.status, body: choice.refusal }),
        h,
      );
    }
    const headers = { 'elastic-api-version': choice.version };
    let kibanaRequest;
    try {
      const { params, query, payload: body } = request;
      const parts = validateParts(choice.picked.validators, { params, query, body });
      kibanaRequest = createKibanaRequest(request, parts);
    } catch (error) {
      failed(400, 'Bad Request', error instanceof Error ? error.message : error);
      const body = error instanceof Error ? error.message : String(error);
      return toHapi(responseFactory.badRequest({ body }), h, headers);
    }
    const context = { core: Promise.resolve({}) };
    const answer: unknown = await choice.picked.handler(context, kibanaRequest, responseFactory);
    return toHapi(answer, h, headers);
  } catch (error) {
    failed(500, 'Server Error', error);
    return internalError();
  }
}
