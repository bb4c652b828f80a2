import { Agent, request } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { hostOf, isDistrustCode } from '../azure/transport_errors';
import type { Reach } from './connectors';

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
    const asked = request(url, { method: 'HEAD', agent, timeout }, (answer) => {
      answer.resume();
      agent.destroy();
      resolve(undefined);
    });
    asked.on('timeout', () => asked.destroy(failure('ETIMEDOUT')));
    asked.on('error', (error: NodeJS.ErrnoException) => {
      agent.destroy();
      resolve(error.code ?? error.name);
    });
    asked.end();
  });

export async function reach(url: string, way: Way): Promise<Reach> {
  const reason = await knock(url, way);
  if (reason === undefined) return { status: 'reached' };
  if (reason === 'ENOTFOUND') return { status: 'unknown' };
  const code = isDistrustCode(reason) ? 'endpoint_untrusted' : 'endpoint_unreachable';
  return { status: 'blocked', problem: { code, detail: { host: hostOf(url), reason } } };
}
