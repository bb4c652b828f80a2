import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { createCertificate, type Certificate } from './certificate';
import { takeFault } from './faults';
import { certificateNames, hostOf, type Host } from './hosts';
import { resolves } from './name_resolution';
import { serve, type Target } from './serve';
import { record, type SimulatorState } from './state';

interface Verdict {
  status: number;
  reason: string;
}

const refusals = {
  notAzure: { status: 403, reason: 'Forbidden' },
  notResolved: { status: 502, reason: 'Bad Gateway' },
} as const;

const verdictOn = (
  state: SimulatorState,
  host: Host | undefined,
  port: string | undefined,
): Verdict | undefined => {
  if (!host || port !== '443') return refusals.notAzure;
  return resolves(state, host) ? undefined : refusals.notResolved;
};

const refuse = (socket: Duplex, { status, reason }: Verdict): void => {
  socket.end(`HTTP/1.1 ${status} ${reason}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
};

/**
 * A forward proxy that terminates TLS for Azure's host names itself; CONNECT to any other host gets 403. An unknown
 * data-plane name gets 502, as from a proxy whose lookup fails.
 */
export function createProxy(state: SimulatorState, certificate: Certificate): Server {
  const secureContext = createSecureContext(certificate);
  const unknown = () => createSecureContext(createCertificate(certificateNames));
  const targets = new WeakMap<object, Target>();
  const backend = createServer((incoming, response) => {
    const target = targets.get(incoming.socket);
    if (!target) incoming.socket.destroy();
    else serve(state, target, incoming, response).catch(() => incoming.socket.destroy());
  });

  // Azure keeps idle connections for minutes; Node's five seconds would show as resets.
  backend.keepAliveTimeout = 120_000;

  const note = (host: string, method: string, path: string, status: number) =>
    record(state, { at: new Date().toISOString(), host, method, path, status });

  const connect = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const [name = '', port] = (request.url ?? '').split(':');
    const hostname = name.toLowerCase();
    const host = hostOf(hostname);
    const fault = takeFault(state.faults, { hostname, method: 'CONNECT', path: '' });
    const reply =
      typeof fault === 'object' && 'code' in fault
        ? { status: fault.status, reason: fault.code }
        : undefined;
    const verdict = reply ?? verdictOn(state, host, port);
    if (fault === 'reset' || verdict || !host) {
      note(hostname, 'CONNECT', '', verdict?.status ?? 0);
      if (verdict) refuse(socket, verdict);
      else socket.destroy();
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    const secure = new TLSSocket(socket, {
      isServer: true,
      secureContext: fault === 'untrusted' ? unknown() : secureContext,
    });
    secure.on('error', () => secure.destroy());
    targets.set(secure, { host, hostname });
    backend.emit('connection', secure);
  };

  const proxy = createServer((incoming, response) => {
    // An unencrypted request through the proxy: nothing of Azure's is reached like that.
    const url = incoming.url ?? '';
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    note(host, incoming.method ?? 'GET', url, 403);
    response.writeHead(403).end();
  });
  proxy.on('connect', connect);
  return proxy;
}
