import { Agent as HttpsAgent } from 'node:https';
import type { Agent } from 'node:http';
import { createSecureContext, rootCertificates } from 'node:tls';
import {
  RestError,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { hostOf } from '../../../../common/values/host_of';
import { SetupError, type Problem } from '../../../../common/problem';
import type { Cloud } from '../../../../common/sign_in';
import { toSetupError } from './errors/errors';
import { isCloudUrl, isPriceListUrl } from '../clouds';
import { environmentProxy } from '../http/environment_proxy';
import { httpsClient } from '../http/https_client';
import { notAzure } from '../http/foreign_answer';
import { pauseOf } from '../http/retry_after';
import { connectionProblem, hostRefused, isDistrust, proxyProblem } from '../http/transport_errors';

interface TransportOptions {
  cloud: Cloud;
  /** Proxy for all requests; by default the standard proxy variables. */
  proxyUrl?: string;
  /** PEM texts of additional authorities to trust. */
  certificateAuthorities?: readonly string[];
  /** Timeout for one complete response. */
  timeoutMs?: number;
  /** Sends the permitted requests; `httpsClient` by default. */
  client?: HttpClient;
}

/** The largest response, a region's model list, takes seconds on a slow connection. */
const defaultTimeoutMs = 30_000;

/** The SDK ignores its TLS options with a proxy, so the agents are created here. */
function agentsOf({ certificateAuthorities = [] }: TransportOptions) {
  // Created once, because loading all authorities takes about 40 ms of CPU time.
  const trust =
    certificateAuthorities.length > 0
      ? {
          secureContext: createSecureContext({
            ca: [...rootCertificates, ...certificateAuthorities],
          }),
        }
      : {};
  const direct = new HttpsAgent({ keepAlive: true, ...trust });
  const viaProxy = new Map<string, Agent>();

  function toProxyAgent(proxy: string): Agent {
    const agent = new HttpsProxyAgent(proxy, { keepAlive: true, ...trust });
    // The constructor's options are for TLS to the proxy, these are for TLS to the target. Without `secureEndpoint`,
    // the agent does not reuse its open connections.
    Object.assign(agent.options, trust, { secureEndpoint: true });
    agent.on(
      'proxyConnect',
      (answer: { statusCode: number }, request: { destroy(e: Error): void }) => {
        if (answer.statusCode === 200) return;
        request.destroy(Object.assign(new Error(), { code: `PROXY_${answer.statusCode}` }));
      },
    );
    viaProxy.set(proxy, agent);
    return agent;
  }

  return (proxy: string | undefined): Agent =>
    proxy ? (viaProxy.get(proxy) ?? toProxyAgent(proxy)) : direct;
}

/** Proxies use HTTP or HTTPS. Kibana validates the setting on start, but not the environment variables. */
const isProxyUrl = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

const noProxyUrl = (url: string): Problem => ({
  code: 'proxy_unreachable',
  detail: { host: hostOf(url), reason: 'ERR_INVALID_URL' },
});

/** Sends one request under a time limit that covers the body, too. */
async function sendInTime(
  request: PipelineRequest,
  proxy: string | undefined,
  { timeoutMs = defaultTimeoutMs, client = httpsClient }: TransportOptions,
) {
  const callers = request.abortSignal;
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, request.timeout || timeoutMs);
  callers?.addEventListener('abort', abort);
  if (callers?.aborted) abort();
  request.abortSignal = limit.signal;
  try {
    return await client.sendRequest(request);
  } catch (error) {
    const refused = proxy && proxyProblem(error, request.url, proxy);
    if (refused) throw new SetupError(refused);
    // Aborted and timed-out requests are not retried.
    const late = limit.signal.aborted && !callers?.aborted;
    if (late || isDistrust(error)) throw new SetupError(connectionProblem(error, request.url));
    throw error;
  } finally {
    clearTimeout(timer);
    callers?.removeEventListener('abort', abort);
    request.abortSignal = callers;
  }
}

/** The SDK waits as long as `Retry-After` says, even a day; the caller handles longer waits. */
const longestPauseMs = 10_000;

const saysWhen = ({ headers }: PipelineResponse): boolean =>
  ['retry-after', 'retry-after-ms', 'x-ms-retry-after-ms'].some((name) => headers.has(name));

/**
 * The transport of all credentials and clients. It sends only to the cloud's sign-in and management hosts, because the
 * SDK follows next pages and redirects, with the token, to any host. Socket errors are unchanged, so the SDK can retry.
 */
export const createTransport = (options: TransportOptions): HttpClient =>
  transportTo(isCloudUrl, options);

/** The same to the cloud's public price list only, without any token. */
export function createPriceTransport(options: TransportOptions): HttpClient {
  const { sendRequest } = transportTo(isPriceListUrl, options);
  return {
    sendRequest(request) {
      request.headers.delete('authorization');
      return sendRequest(request);
    },
  };
}

function transportTo(isAllowed: typeof isCloudUrl, options: TransportOptions): HttpClient {
  const agentFor = agentsOf(options);
  return {
    async sendRequest(request): Promise<PipelineResponse> {
      const { url } = request;
      if (!URL.canParse(url) || !isAllowed(options.cloud, url)) throw hostRefused(url);
      const proxy = options.proxyUrl ?? environmentProxy(url);
      if (proxy && !isProxyUrl(proxy)) throw new SetupError(noProxyUrl(url));
      request.agent = agentFor(proxy);
      const response = await sendInTime(request, proxy, options);
      const { status } = response;
      if (status === 407) throw notAzure(status, url);
      if ((status === 429 || status === 503) && (pauseOf(response.headers) ?? 0) > longestPauseMs) {
        throw toSetupError(new RestError('busy', { statusCode: status, request, response }));
      }
      // The SDK retries a throttled request only with `Retry-After`.
      if (response.status === 429 && !saysWhen(response)) response.headers.set('retry-after', '2');
      const target = response.headers.get('location');
      if (target && response.status >= 300 && response.status < 400) {
        throw hostRefused(URL.canParse(target, url) ? new URL(target, url).href : target);
      }
      return response;
    },
  };
}
