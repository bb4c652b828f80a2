import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { decide } from './decide';
import { takeFault } from './faults';
import type { Host } from './hosts';
import type { Reply, SimRequest } from './http/message';
import { send, sendTruncated } from './http/send';
import { sendOdd } from './odd_answers';
import { record, type RecordedRequest, type SimulatorState } from './state';

/** Target of a connection's CONNECT. */
export interface Target {
  host: Host;
  hostname: string;
}

const authorizationOf = (request: IncomingMessage): RecordedRequest['authorization'] => {
  if (/^bearer /i.test(request.headers.authorization ?? '')) return 'bearer';
  return request.headers['api-key'] === undefined ? 'none' : 'api-key';
};

const misdirected: Reply = {
  status: 421,
  text: 'The Host header differs from the host that the connection was opened to.',
};

/** Answers one request that came through the proxy. */
export async function serve(
  state: SimulatorState,
  target: Target,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? 'GET';
  const path = incoming.url ?? '/';
  const entry: RecordedRequest = {
    at: new Date().toISOString(),
    host: target.hostname,
    method,
    path,
    status: 0,
    authorization: authorizationOf(incoming),
  };
  record(state, entry);
  const body = await text(incoming);
  if (body !== '') entry.body = body;

  const fault = takeFault(state.faults, { hostname: target.hostname, method, path });
  if (fault === 'reset') {
    incoming.socket.destroy();
    return;
  }
  const url = new URL(path, `https://${target.hostname}`);
  const request: SimRequest = { ...target, method, url, headers: incoming.headers, body };
  const named = incoming.headers.host?.replace(/:443$/, '').toLowerCase();
  const decided = named === target.hostname ? await decide(state, request, fault) : misdirected;
  const reply = state.rewrite?.(decided, request) ?? decided;
  entry.status = reply.status;
  if (fault === 'lose_answer') incoming.socket.destroy();
  else if (fault === 'truncate') sendTruncated(response, reply);
  else if (await sendOdd(response, reply, fault)) return;
  else entry.bytes = await send(response, reply, method === 'HEAD');
}
