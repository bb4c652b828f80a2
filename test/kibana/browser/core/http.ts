import type { HttpFetchOptions, HttpStart, IHttpFetchError } from '@kbn/core/public';
import * as v from 'valibot';
import { finite, object, record } from '../../../shapes';
import { createBasePath } from './base_path';

const bodySchema = object({
  statusCode: finite,
  error: v.optional(v.string()),
  message: v.optional(v.string()),
  attributes: v.optional(record(v.unknown())),
});

const createFetchError = (
  message: string,
  details: { name?: string; request: Request; response?: Response; body?: unknown },
): IHttpFetchError => {
  const { name = 'Error', request, response, body } = details;
  const parsed = v.safeParse(bodySchema, body);
  return Object.assign(new Error(message), {
    name,
    request,
    response,
    body: parsed.success ? parsed.output : undefined,
  });
};

/** JSON by its content type; other text is tried as JSON, too. */
const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The caller sets the type of the response, as with Kibana's client. */
const isAnswer = <T>(_body: unknown): _body is T => true;

interface Options {
  basePath: string;
  version: string;
  /** A 401 from Kibana: the session has ended. */
  onSignedOut: () => void;
}

/** `core.http`: adds the headers that Kibana's server requires. */
export const createHttp = ({ version, onSignedOut, ...rest }: Options) => {
  const basePath = createBasePath(rest.basePath);

  const createRequest = (method: string, path: string, options: HttpFetchOptions) =>
    new Request(new URL(basePath.prepend(path), window.location.href), {
      method,
      body: options.body,
      signal: options.signal,
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        ...options.headers,
        'kbn-version': version,
        'kbn-build-number': '1',
        'x-elastic-internal-origin': 'Kibana',
        ...(options.version && { 'elastic-api-version': options.version }),
      },
    });

  const send = async (request: Request): Promise<Response> => {
    try {
      return await fetch(request);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      throw createFetchError(message, { name, request });
    }
  };

  const call = (method: string) =>
    async function <T>(path: string, options: HttpFetchOptions = {}): Promise<T> {
      const request = createRequest(method, path, options);
      const { rawResponse = false, asResponse = false } = options;
      if (rawResponse && !asResponse) {
        throw new Error(
          'Invalid fetch arguments, rawResponse = true is only supported when asResponse = true',
        );
      }
      const response = await send(request);
      const body = rawResponse ? null : await readBody(response);
      if (response.status === 401) onSignedOut();
      const answer = asResponse ? { request, response, body } : body;
      if (response.ok && isAnswer<T>(answer)) return answer;
      const said = v.safeParse(bodySchema, body);
      const message = (said.success && said.output.message) || response.statusText || 'Unknown';
      throw createFetchError(message, { request, response, body });
    };

  return {
    get: call('GET'),
    post: call('POST'),
    basePath,
  } satisfies HttpStart;
};
