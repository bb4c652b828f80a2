import axios, { type AxiosResponse, isAxiosError } from 'axios';
import type { Logger } from '@kbn/core/server';
import * as v from 'valibot';
import { explain } from '../../shapes';
import type { Settings } from '../config/settings';
import type { ActionsConfig } from './actions_config';
import { messageOf } from '../config/unknown_values';
import { assertUrl } from './connector_type';
import { agentFor } from './custom_agents';
import { providerMessage } from './provider_error';

interface GenAiRequest {
  connectorId: string;
  url: string;
  body: string;
  headers: Record<string, string>;
  stream: boolean;
  signal?: AbortSignal;
  /** Milliseconds; the setting `responseTimeout` counts when it is longer. */
  timeout?: number;
  /** Schema of the parsed response. */
  responseSchema: v.GenericSchema;
}

export interface RequestOptions {
  settings: Settings;
  config: ActionsConfig;
  log: Logger;
}

const maxContentLength = 1_048_576;

/** The connector's HTTP call, with Kibana's proxy, TLS and host settings. Throws errors with the final message. */
export async function sendRequest(
  request: GenAiRequest,
  { settings, config, log }: RequestOptions,
): Promise<AxiosResponse<unknown>> {
  assertUrl(request.url, (text) => {
    throw new Error(text);
  });
  try {
    config.ensureUriAllowed(request.url);
  } catch (error) {
    throw new Error(`error configuring connector action: ${messageOf(error)}`);
  }
  const url = request.url.replace(/\/$/, '').replace(/([^:]\/)\/+/g, '$1');
  log.debug(
    `Request to external service. Connector Id: ${request.connectorId}. Connector type: .gen-ai Method: post. URL: ${url}`,
  );
  let response: AxiosResponse<unknown>;
  try {
    response = await axios.create().post(url, request.body, {
      headers: { 'Content-Type': 'application/json', ...request.headers },
      ...(request.stream && { responseType: 'stream' }),
      ...(request.signal && { signal: request.signal }),
      httpsAgent: agentFor(url, settings),
      proxy: false,
      maxContentLength,
      timeout: Math.max(settings['xpack.actions.responseTimeout'], request.timeout ?? 0),
      beforeRedirect: (options: Record<string, unknown>) =>
        config.ensureHostnameAllowed(String(options['hostname'])),
    });
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    const status = error.status ?? error.response?.status;
    throw new Error(`Status code: ${status}. Message: ${await providerMessage(error)}`, {
      cause: error,
    });
  }
  const check = v.safeParse(request.responseSchema, response.data);
  if (!check.success) throw new Error(`Response validation failed (${explain(check.issues)})`);
  return response;
}
