import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { refusal, type Exception } from './elasticsearch_error';

interface Outbound {
  url: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

/** A failed connection, without a status of the provider. */
const noWay = ({ type, reason }: Exception) => refusal(500, type, reason);

/** The network of the cluster's nodes. */
export interface Way {
  /** `host.elasticsearch.network` */
  network: string | undefined;
  /** PEM of an authority that the nodes trust instead of Node's own. */
  certificateAuthority?: string;
}

/** One HTTPS call from a node of the cluster. */
export async function send(
  { url, headers, body, signal }: Outbound,
  { network, certificateAuthority: ca }: Way,
): Promise<IncomingMessage> {
  const { hostname, pathname, search } = new URL(url);
  const tunnel = await tunnelTo(hostname, network, signal);
  if ('type' in tunnel) throw noWay(tunnel);
  const options: RequestOptions = {
    host: hostname,
    path: `${pathname}${search}`,
    method: 'POST',
    headers: { host: hostname, ...headers, 'content-length': Buffer.byteLength(body) },
    signal,
    createConnection: () =>
      connect({ socket: tunnel.socket, servername: hostname, ...(ca && { ca }) }),
  };
  return new Promise((resolve, reject) => {
    const request = httpsRequest(options, resolve);
    request.on('error', (error: NodeJS.ErrnoException) =>
      reject(signal.aborted ? error : noWay(connectionLost(error))),
    );
    request.end(body);
  });
}

const connectionLost = ({ code = '', message }: NodeJS.ErrnoException): Exception => {
  const untrusted = /CERT|SIGNATURE|ISSUER/.test(code);
  return untrusted
    ? {
        type: 's_s_l_handshake_exception',
        reason:
          'PKIX path building failed: unable to find valid certification path to requested target',
      }
    : { type: 'connection_closed_exception', reason: `Connection is closed: ${message}` };
};

/** A connection to the host, or why there is none. A proxy's 502 stands for an unresolvable name. */
function tunnelTo(
  hostname: string,
  network: string | undefined,
  signal: AbortSignal,
): Promise<{ socket: Socket } | Exception> {
  const timedOut = {
    type: 'connect_timeout_exception',
    reason: `Connect to https://${hostname}:443 failed: Connect timed out`,
  };
  if (network === undefined) return Promise.resolve(timedOut);
  const { hostname: host, port } = new URL(network);
  return new Promise((resolve) => {
    const request = httpRequest({
      host,
      port,
      method: 'CONNECT',
      path: `${hostname}:443`,
      signal,
      agent: false,
    });
    request.once('connect', (response, socket) => {
      if (response.statusCode === 200) return resolve({ socket });
      socket.destroy();
      return resolve(
        response.statusCode === 502
          ? { type: 'unknown_host_exception', reason: `${hostname}: Name or service not known` }
          : timedOut,
      );
    });
    request.once('error', () => resolve(timedOut));
    request.end();
  });
}
