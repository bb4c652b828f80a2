import https, { type AgentOptions } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Settings } from '../config/settings';

const tlsOptions = (mode: 'none' | 'certificate' | 'full'): AgentOptions => ({
  rejectUnauthorized: mode !== 'none',
  ...(mode === 'certificate' && { checkServerIdentity: () => undefined }),
});

/** The agent for a target, by Kibana's proxy and TLS settings. No proxy for plain http. */
export function agentFor(url: string, settings: Settings): https.Agent {
  const tls = tlsOptions(settings['xpack.actions.ssl.verificationMode']);
  const proxyUrl = settings['xpack.actions.proxyUrl'];
  if (proxyUrl === undefined || !isProxied(new URL(url), settings)) return new https.Agent(tls);
  const agent = new HttpsProxyAgent(proxyUrl, {
    ...(settings['xpack.actions.proxyHeaders'] && {
      headers: settings['xpack.actions.proxyHeaders'],
    }),
    ...tlsOptions(settings['xpack.actions.ssl.proxyVerificationMode']),
  });
  return Object.assign(agent, { options: { ...agent.options, ...tls } });
}

function isProxied({ hostname, protocol }: URL, settings: Settings): boolean {
  if (settings['xpack.actions.proxyBypassHosts']?.includes(hostname)) return false;
  const only = settings['xpack.actions.proxyOnlyHosts'];
  if (only && !only.includes(hostname)) return false;
  if (protocol === 'https:') return true;
  throw new Error('This host offers no proxy for plain http targets.');
}
