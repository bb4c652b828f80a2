import { readFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Simulator } from './simulator';

/** An answer as a test sees it. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The parsed body, or undefined when it is no JSON. */
  json: unknown;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface RequestOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Text goes as it is, anything else as JSON. */
  body?: unknown;
}

/** Calls a URL of Azure through the simulator's proxy, trusting its certificate only. */
export function requestsThrough({ proxyUrl, caFile }: Pick<Simulator, 'proxyUrl' | 'caFile'>) {
  const agent = new HttpsProxyAgent(proxyUrl);
  const ca = readFileSync(caFile);
  return (url: string, { method, headers = {}, body }: RequestOptions = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const isText = typeof body === 'string';
      const request = httpsRequest(
        url,
        {
          agent,
          // The agent passes on the request's own TLS options, not those it is made with.
          ca,
          method: method ?? (body === undefined ? 'GET' : 'POST'),
          headers: {
            ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              json: parsed(text),
            });
          });
        },
      );
      request.on('error', reject);
      request.end(isText || body === undefined ? body : JSON.stringify(body));
    });
}
