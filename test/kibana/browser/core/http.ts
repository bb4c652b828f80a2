import type { HttpFetchOptions, HttpStart, IHttpFetchError } from '@kbn/core/public';
import * as z from 'zod/mini';
import { createBasePath, isInternalUrl } from './base_path';

const bodySchema = z.object({
  statusCode: z.number(),
  error: z.optional(z.string()),
  message: z.optional(z.string()),
  attributes: z.optional(z.record(z.string(), z.unknown())),
});

const createFetchError = (
  message: string,
  details: { name?: string; request: Request; response?: Response; body?: unknown },
): IHttpFetchError => {
  const { name = 'Error', request, response, body } = details;
  const parsed = bodySchema.safeParse(body);
  return Object.assign(new Error(message), {
    name,
    request,
    response,
    body: parsed.success ? parsed.data : undefined,
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

/** The caller names the type of the answer, as with Kibana's own client. */
const isAnswer = <T>(_body: unknown): _body is T => true;

interface Options {
  basePath: string;
  serverBasePath: string;
  version: string;
  /** Kibana's server says 401: the person's session has ended. */
  onSignedOut: () => void;
}

/** `core.http`: every call carries the headers that Kibana's server asks for. */
export const createHttp = ({ serverBasePath, version, onSignedOut, ...rest }: Options) => {
  const basePath = createBasePath(rest.basePath);

  const createRequest = (method: string, path: string, options: HttpFetchOptions) =>
    new Request(new URL(basePath.prepend(path), window.location.href), {
      method,
      body: options.body,
      signal: options.signal,
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
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
      const response = await send(request);
      const body = await readBody(response);
      if (response.status === 401) onSignedOut();
      if (response.ok && isAnswer<T>(body)) return body;
      const said = bodySchema.safeParse(body);
      const message = (said.success && said.data.message) || response.statusText || 'Unknown';
      throw createFetchError(message, { request, response, body });
    };

  return {
    get: call('GET'),
    post: call('POST'),
    basePath,
    externalUrl: { isInternalUrl: (url: string) => isInternalUrl(serverBasePath, url) },
  } satisfies HttpStart;
};
