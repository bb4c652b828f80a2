import { Agent, request } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { hostOf } from '../../../../common/values/host_of';
import { isDistrustCode } from '../../../core/azure/http/transport_errors';
import type { Reach } from '../../../core/targets/target';

type VerificationMode = 'none' | 'certificate' | 'full';

/** The network settings of Kibana's connectors, `xpack.actions.*`. */
export interface ConnectorNetwork {
  proxy?: {
    proxyUrl: string;
    proxyBypassHosts?: ReadonlySet<string>;
    proxyOnlyHosts?: ReadonlySet<string>;
    proxyHeaders?: Record<string, string>;
    proxySSLSettings: { verificationMode?: VerificationMode };
  };
  verificationMode?: VerificationMode;
}

/** Timeout for a response from a host, in milliseconds. */
const timeout = 5_000;

/** Statuses of a proxy that cannot resolve the host. */
const gatewayFailures: ReadonlySet<number> = new Set([502, 503, 504]);

const tls = (mode: VerificationMode = 'full') => ({
  rejectUnauthorized: mode !== 'none',
  ...(mode === 'certificate' ? { checkServerIdentity: () => undefined } : {}),
});

const refusedByProxy = /^PROXY_(\d{3})$/;

const failure = (code: string) => Object.assign(new Error(code), { code });

function agentFor(url: string, { proxy, verificationMode }: ConnectorNetwork): Agent {
  const { hostname } = new URL(url);
  const own = tls(verificationMode);
  const isProxied =
    proxy &&
    !proxy.proxyBypassHosts?.has(hostname) &&
    (!proxy.proxyOnlyHosts || proxy.proxyOnlyHosts.has(hostname));
  if (!isProxied) return new Agent(own);
  const agent = new HttpsProxyAgent(proxy.proxyUrl, {
    ...(proxy.proxyHeaders ? { headers: proxy.proxyHeaders } : {}),
    ...tls(proxy.proxySSLSettings.verificationMode),
  });
  Object.assign(agent.options, own);
  // Otherwise the proxy's refusal would count as the host's answer.
  agent.on(
    'proxyConnect',
    ({ statusCode }: { statusCode: number }, probe: { destroy(error: Error): void }) => {
      if (statusCode === 200) return;
      probe.destroy(failure(gatewayFailures.has(statusCode) ? 'ENOTFOUND' : `PROXY_${statusCode}`));
    },
  );
  return agent;
}

/** Resolves to `undefined` on any response, including an error, else to the socket's error code. */
const connect = (url: string, network: ConnectorNetwork): Promise<string | undefined> =>
  new Promise((resolve) => {
    const agent = agentFor(url, network);
    // Node's timeout starts after the connection is open, which a silent proxy prevents.
    const timer = setTimeout(() => end('ETIMEDOUT'), timeout);
    const end = (reason: string | undefined) => {
      clearTimeout(timer);
      resolve(reason);
      probe.destroy();
      agent.destroy();
    };
    const probe = request(url, { method: 'HEAD', agent }, () => end(undefined));
    probe.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.name));
    probe.end();
  });

export async function reach(url: string, network: ConnectorNetwork): Promise<Reach> {
  const reason = await connect(url, network);
  if (reason === undefined) return { status: 'reached' };
  if (reason === 'ENOTFOUND') return { status: 'unknown' };
  const status = refusedByProxy.exec(reason)?.[1];
  if (status !== undefined) {
    const detail = { host: hostOf(url), status: Number(status) };
    return { status: 'blocked', problem: { code: 'connector_proxy_refused', detail } };
  }
  const code = isDistrustCode(reason) ? 'endpoint_untrusted' : 'endpoint_unreachable';
  return { status: 'blocked', problem: { code, detail: { host: hostOf(url), reason } } };
}
