import type { Request } from '@hapi/hapi';
import type { KibanaRequest } from '@kbn/core/server';
import type { ResponseFactory } from './responses';
import { readRouteSecurity, type RouteAuthz } from './route_security';
import { readValidation, type Validators } from './route_validation';

type Handler = (context: object, request: KibanaRequest, response: ResponseFactory) => unknown;

interface Version {
  validators: Validators;
  handler: Handler;
}

export interface RouteDefinition {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  access: 'internal' | 'public';
  authz: RouteAuthz;
  /** hapi's payload options, which hapi rejects for a GET. */
  payload?: { maxBytes?: number; allow?: string | string[] };
  idleSocket?: number;
  versions: Map<string, Version>;
}

interface RouteConfig {
  path: string;
  access: 'internal' | 'public';
  security?: unknown;
  options?: {
    body?: { maxBytes?: number; accepts?: string | string[] };
    timeout?: { idleSocket?: number };
  };
}
interface VersionConfig {
  version: string;
  validate: unknown;
}

/** Registers one route; throws for what Kibana refuses at registration. */
export function defineRoute(method: RouteDefinition['method'], config: RouteConfig) {
  if (config.access !== 'internal' && config.access !== 'public') {
    throw new Error(`The [${method}] at [${config.path}] does not have an 'access' specified.`);
  }
  const { body, timeout } = config.options ?? {};
  const definition: RouteDefinition = {
    method,
    path: config.path,
    access: config.access,
    authz: readRouteSecurity(config.security),
    ...(body && { payload: payloadOf(body) }),
    ...(timeout?.idleSocket !== undefined && { idleSocket: timeout.idleSocket }),
    versions: new Map(),
  };
  const registration = {
    addVersion(version: VersionConfig, handler: Handler) {
      const objection = objectionToVersion(definition, version.version);
      if (objection) throw new Error(objection);
      definition.versions.set(version.version, {
        validators: readValidation(version.validate, `The [${method}] at [${config.path}]`),
        handler,
      });
      return registration;
    },
  };
  return { definition, registration };
}

const payloadOf = ({ maxBytes, accepts }: { maxBytes?: number; accepts?: string | string[] }) => ({
  ...(maxBytes !== undefined && { maxBytes }),
  ...(accepts !== undefined && { allow: accepts }),
});

const publicVersion = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const internalVersion = /^[1-9][0-9]*$/;

function objectionToForm(access: 'internal' | 'public', version: string): string | undefined {
  if (access === 'public') {
    return publicVersion.test(version) && !Number.isNaN(Date.parse(version))
      ? undefined
      : `Invalid version. Received "${version}", expected a valid date string formatted as YYYY-MM-DD.`;
  }
  return internalVersion.test(version)
    ? undefined
    : `Invalid version number. Received "${version}", expected a string containing _only_ a finite, whole number greater than 0.`;
}

function objectionToVersion(route: RouteDefinition, version: string) {
  if (route.versions.has(version)) {
    return `Version "${version}" handler has already been registered for the route [${route.method}] [${route.path}]"`;
  }
  return objectionToForm(route.access, version);
}

/** The version a request asks for, and its handler; or the text of the refusal. */
export function pickVersion(
  route: RouteDefinition,
  request: Pick<Request, 'raw' | 'query'>,
): { version: string; picked: Version } | { status: 400 | 500; refusal: string } {
  const available = [...route.versions.keys()];
  if (available.length === 0) {
    return {
      status: 500,
      refusal: `No handlers registered for [${route.method}] [${route.path}].`,
    };
  }
  const version = askedVersion(request) ?? defaultVersion(route);
  if ('apiVersion' in request.query) {
    return {
      status: 400,
      refusal:
        'Use of query parameter "apiVersion" is not allowed. Please specify the API version using the "elastic-api-version" header.',
    };
  }
  const objection = objectionToForm(route.access, version);
  if (objection) return { status: 400, refusal: objection };
  const picked = route.versions.get(version);
  if (picked) return { version, picked };
  return {
    status: 400,
    refusal: `No version "${version}" available for [${route.method}] [${route.path}]. Available versions are: [${available.join(', ')}]`,
  };
}

const askedVersion = ({ raw }: Pick<Request, 'raw'>): string | undefined =>
  raw.req.headers['elastic-api-version']?.toString() || undefined;

/** Of the public APIs the oldest. */
const defaultVersion = ({ access, versions }: RouteDefinition): string =>
  (access === 'public' && [...versions.keys()].sort()[0]) || '1';
