import { readFileSync } from 'node:fs';
import axios from 'axios';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Simulator } from './simulator';

/** An answer as a test sees it. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
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
  // The agent passes on the request's own TLS options, not those it is made with.
  const httpsAgent = Object.assign(agent, {
    options: { ...agent.options, ca: readFileSync(caFile) },
  });
  return async (url: string, { method, headers, body }: RequestOptions = {}): Promise<Answer> => {
    const response = await axios.request<string>({
      ...{ url, headers, httpsAgent, data: body },
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      proxy: false,
      maxRedirects: 0,
      responseType: 'text',
      transformResponse: (text: string) => text,
      validateStatus: () => true,
    });
    const { status, data: text } = response;
    return { status, headers: response.headers, text, json: parsed(text) };
  };
}
