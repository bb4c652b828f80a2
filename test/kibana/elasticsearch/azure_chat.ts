import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { entriesOf, fieldOf } from '../config/unknown_values';
import { accessToken } from './access_token';
import { ElasticsearchError, refusal, type Exception } from './elasticsearch_error';
import type { EndpointConfig } from './endpoint_config';
import { parsedJson } from './json';
import { send, type Way } from './outbound';

interface ChatCall {
  inferenceId: string;
  config: EndpointConfig;
  /** The unified request, without `stream`. */
  body: Record<string, unknown>;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface Outside extends Way {
  /** Factor on the waits between retries. */
  timeScale: number;
}

/** E9: total time for retries of one call, in milliseconds. */
const retriesFor = 30_000;
const firstWait = 1_000;

/** One streamed chat completion, with an unread response. Retries 429 and 500 only. */
export async function askAzure(call: ChatCall, outside: Outside): Promise<IncomingMessage> {
  const limit = AbortSignal.timeout(call.timeoutMs);
  const signal = call.signal ? AbortSignal.any([limit, call.signal]) : limit;
  const until = Date.now() + retriesFor * outside.timeScale;
  for (let wait = firstWait * outside.timeScale; ; wait *= 2) {
    try {
      return await askOnce(call, outside, signal);
    } catch (error) {
      if (limit.aborted) {
        const seconds = Math.ceil(call.timeoutMs / 1_000);
        throw refusal(408, 'inference_timeout_exception', `Request timed out after [${seconds}s]`);
      }
      const isRetried = error instanceof ElasticsearchError && error.provider.isRetried;
      if (!isRetried || Date.now() + wait > until) throw error;
      await pause(wait);
    }
  }
}

async function askOnce(call: ChatCall, outside: Outside, signal: AbortSignal) {
  const { serviceSettings, taskSettings } = call.config;
  const part = (name: string) => String(serviceSettings[name]);
  const url = `https://${part('resource_name')}.openai.azure.com/openai/deployments/${encodeURIComponent(part('deployment_id'))}/chat/completions?api-version=${encodeURIComponent(part('api_version'))}`;
  const response = await send(
    {
      url,
      headers: {
        'content-type': 'application/json',
        ...extraHeaders(taskSettings['headers']),
        ...(await credentialHeaders(call, outside, signal)),
      },
      body: JSON.stringify({
        ...call.body,
        n: 1,
        stream: true,
        stream_options: { include_usage: true },
        ...(taskSettings['user'] !== undefined && { user: taskSettings['user'] }),
      }),
      signal,
    },
    outside,
  ).catch((error: unknown) => {
    throw error instanceof ElasticsearchError ? notSent(url, error.exception) : error;
  });
  const { statusCode = 0 } = response;
  if (statusCode >= 200 && statusCode < 300) return response;
  throw refusedBy(call.inferenceId, statusCode, parsedJson(await text(response)));
}

/** E7: the answer to a chat has only these words, not the cause. */
const notSent = (url: string, cause: Exception) =>
  cause.type === 'unknown_host_exception'
    ? refusal(
        400,
        'status_exception',
        `Invalid host [${url}], please check that the URL is correct.`,
        cause,
      )
    : refusal(
        500,
        'status_exception',
        `Failed to send Azure OpenAI chat completions request. Cause: ${cause.reason}`,
        cause,
      );

const extraHeaders = (headers: unknown): Record<string, string> =>
  Object.fromEntries(entriesOf(headers).map(([name, value]) => [name, String(value)]));

async function credentialHeaders(
  { inferenceId, config: { secrets, serviceSettings } }: ChatCall,
  outside: Outside,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const { api_key: key, entra_id: bearer, client_secret: clientSecret } = secrets;
  if (key !== undefined) return { 'api-key': key };
  if (bearer !== undefined) return { authorization: `Bearer ${bearer}` };
  const scopes = serviceSettings['scopes'];
  const token = await accessToken(
    {
      inferenceId,
      tenantId: String(serviceSettings['tenant_id']),
      clientId: String(serviceSettings['client_id']),
      clientSecret: clientSecret ?? '',
      scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    },
    outside,
    signal,
  );
  return { authorization: `Bearer ${token}` };
}

const words = (status: number): string => {
  if (status === 429) return 'Received a rate limit status code';
  if (status === 401) return 'Received an authentication error status code';
  if (status >= 500) return 'Received a server error status code';
  return status >= 300 && status < 400
    ? 'Unhandled redirection'
    : 'Received an unsuccessful status code';
};

/** E10: Azure's status and message; its code is only in the answer of a chat, not in a nested cause. */
function refusedBy(inferenceId: string, status: number, body: unknown): ElasticsearchError {
  const error = fieldOf(body, 'error');
  const message = fieldOf(error, 'message');
  const code = fieldOf(error, 'code');
  const about = `${words(status)} for request from inference entity id [${inferenceId}] status [${status}]`;
  return new ElasticsearchError(
    status < 500 ? status : 400,
    {
      type: 'unified_chat_completion_exception',
      reason: typeof message === 'string' ? `${about}. Error message: [${message}]` : about,
    },
    {
      ...(typeof code === 'string' && { code }),
      isRetried: status === 429 || status === 500,
    },
  );
}
