import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerArm } from './arm/arm';
import { armError } from './arm/arm_error';
import { answerDataPlane } from './data_plane/data_plane';
import { dataError } from './data_plane/data_error';
import { answerEntra } from './entra/entra';
import { takeFault, type FaultAction } from './faults';
import type { Host } from './hosts';
import type { Reply, SimRequest } from './http/message';
import { readBody } from './http/read_body';
import { send, sendTruncated } from './http/send';
import { prescribed, sendOdd, withNextLink } from './odd_answers';
import { record, type RecordedRequest, type SimulatorState } from './state';

/** Where a connection was opened to: the target of its CONNECT. */
export interface Target {
  host: Host;
  hostname: string;
}

const authorizationOf = (request: IncomingMessage): RecordedRequest['authorization'] => {
  if (/^bearer /i.test(request.headers.authorization ?? '')) return 'bearer';
  return request.headers['api-key'] === undefined ? 'none' : 'api-key';
};

const answer = async (state: SimulatorState, request: SimRequest): Promise<Reply> => {
  if (request.host.role === 'data') return answerDataPlane(state, request.host, request);
  await pause(state.delays.latencyMs);
  return request.host.role === 'entra'
    ? answerEntra(state, request.host.cloud, request)
    : answerArm(state, request.host.cloud, request);
};

/** An answer made up by a fault, in the form that the host's real errors have. */
const madeUp = (host: Host, status: number, code: string, message: string): Reply => {
  if (host.role === 'data') return dataError(status, code, message);
  if (host.role === 'arm') return armError(status, code, message);
  return { status, json: { error: code, error_description: message, error_codes: [] } };
};

/** Azure hears nothing of the request. */
const isIdle = (fault: FaultAction | undefined): boolean =>
  typeof fault === 'object' &&
  ('hugeBytes' in fault || ('hangMs' in fault && fault.after !== 'action'));

async function decide(
  state: SimulatorState,
  request: SimRequest,
  fault: FaultAction | undefined,
): Promise<Reply> {
  if (typeof fault === 'object' && 'code' in fault) {
    const made = madeUp(request.host, fault.status, fault.code, fault.message);
    return { ...made, headers: { ...made.headers, ...fault.headers } };
  }
  const made = prescribed(fault);
  if (made || isIdle(fault)) return made ?? { status: 200 };
  if (typeof fault === 'object' && 'slowMs' in fault) await pause(fault.slowMs);
  const failOperation =
    typeof fault === 'object' && 'failOperation' in fault ? fault.failOperation : undefined;
  return withNextLink(await answer(state, { ...request, failOperation }), request.url, fault);
}

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
  const body = await readBody(incoming);
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
