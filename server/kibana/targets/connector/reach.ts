import { Agent, request } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { hostOf, isDistrustCode } from '../../../core/azure/http/transport_errors';
import type { Reach } from '../../../core/targets/target';

type VerificationMode = 'none' | 'certificate' | 'full';

/** The way that Kibana's connectors go, by `xpack.actions.*`. */
export interface Way {
  proxy?: {
    proxyUrl: string;
    proxyBypassHosts?: ReadonlySet<string>;
    proxyOnlyHosts?: ReadonlySet<string>;
    proxyHeaders?: Record<string, string>;
    proxySSLSettings: { verificationMode?: VerificationMode };
  };
  verificationMode?: VerificationMode;
}

/** How long a host may take to answer at all, in milliseconds. */
const timeout = 5_000;

/** What a proxy answers whose own look-up of the name fails. */
const gatewayFailures: ReadonlySet<number> = new Set([502, 503, 504]);

const tls = (mode: VerificationMode = 'full') => ({
  rejectUnauthorized: mode !== 'none',
  ...(mode === 'certificate' ? { checkServerIdentity: () => undefined } : {}),
});

const refusedByProxy = /^PROXY_(\d{3})$/;

const failure = (code: string) => Object.assign(new Error(code), { code });

function agentFor(url: string, { proxy, verificationMode }: Way): Agent {
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
    ({ statusCode }: { statusCode: number }, asked: { destroy(error: Error): void }) => {
      if (statusCode === 200) return;
      asked.destroy(failure(gatewayFailures.has(statusCode) ? 'ENOTFOUND' : `PROXY_${statusCode}`));
    },
  );
  return agent;
}

/** Any answer will do, a refusal as well: it came from there. Resolves to the socket's code when there is none. */
const knock = (url: string, way: Way): Promise<string | undefined> =>
  new Promise((resolve) => {
    const agent = agentFor(url, way);
    // Node's own time-out begins when there is a connection: a silent proxy never lets it begin.
    const timer = setTimeout(() => end('ETIMEDOUT'), timeout);
    const end = (reason: string | undefined) => {
      clearTimeout(timer);
      resolve(reason);
      asked.destroy();
      agent.destroy();
    };
    const asked = request(url, { method: 'HEAD', agent }, () => end(undefined));
    asked.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.name));
    asked.end();
  });

export async function reach(url: string, way: Way): Promise<Reach> {
  const reason = await knock(url, way);
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
