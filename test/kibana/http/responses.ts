import Boom from '@hapi/boom';
import type { ResponseToolkit } from '@hapi/hapi';
import type { ErrorBody } from '@kbn/core/server';

type Payload = unknown;
interface Options {
  body?: Payload;
  headers?: Record<string, string>;
}
type ErrorOptions = { body?: string | Error | ErrorBody; headers?: Record<string, string> };

const brand = Symbol('KibanaResponse');

interface KibanaResponse {
  readonly [brand]: true;
  readonly status: number;
  readonly payload?: unknown;
  readonly headers: Record<string, string>;
}

const respond = (status: number, options: Options = {}): KibanaResponse => ({
  [brand]: true,
  status,
  payload: options.body,
  headers: { ...options.headers },
});

const failure =
  (status: number, text: string) =>
  (options: ErrorOptions = {}) =>
    respond(status, { ...options, body: options.body ?? text });

/** The part of Kibana's response factory that the host offers. */
export const responseFactory = {
  ok: (options?: Options) => respond(200, options),
  noContent: (options?: Options) => respond(204, options),
  badRequest: failure(400, 'Bad Request'),
  forbidden: failure(403, 'Forbidden'),
  customError(options?: ErrorOptions & { statusCode?: number }) {
    if (!options?.statusCode) {
      throw new Error(
        `options.statusCode is expected to be set. given options: ${options?.statusCode}`,
      );
    }
    if (options.statusCode < 400 || options.statusCode >= 600) {
      throw new Error(
        `Unexpected Http status code. Expected from 400 to 599, but given: ${options.statusCode}`,
      );
    }
    return respond(options.statusCode, options);
  },
};
export type ResponseFactory = typeof responseFactory;

const isKibanaResponse = (value: unknown): value is KibanaResponse =>
  typeof value === 'object' && value !== null && brand in value;

/** Throws if a handler returns something else, or an error without a message. */
export function toHapi(response: unknown, h: ResponseToolkit, extra: Record<string, string> = {}) {
  if (!isKibanaResponse(response)) {
    throw new Error(
      `Unexpected result from Route Handler. Expected KibanaResponse, but given: ${typeof response}.`,
    );
  }
  const headers = { ...response.headers, ...extra };
  if (response.status >= 400) return errorOf(response, headers);
  const payload = response.payload;
  const result = h.response(bodyOf(payload)).code(response.status);
  for (const [name, value] of Object.entries(headers)) result.header(name, value);
  return result;
}

const bodyOf = (payload: unknown): object | string | undefined =>
  payload === undefined || typeof payload === 'string' || isObject(payload)
    ? payload
    : JSON.stringify(payload);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function errorOf({ status, payload }: KibanaResponse, headers: Record<string, string>) {
  const error = new Boom.Boom('', { statusCode: status });
  error.output.payload.message = messageOf(payload);
  if (typeof payload === 'object' && payload !== null && 'attributes' in payload) {
    error.output.payload['attributes'] = payload.attributes;
  }
  error.output.headers = headers;
  return error;
}

function messageOf(payload: unknown): string {
  if (typeof payload === 'string' && payload !== '') return payload;
  if (typeof payload === 'object' && payload !== null && 'message' in payload) {
    return messageOf(payload.message);
  }
  throw new Error('expected error message to be provided');
}

export function internalError() {
  const error = new Boom.Boom('', { statusCode: 500 });
  error.output.payload.message =
    'An internal server error occurred. Check Kibana server logs for details.';
  return error;
}
