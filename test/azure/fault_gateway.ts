import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { isIdle } from './decide';
import { takeFault, type FaultAction } from './faults';
import type { Reply } from './http/message';
import { send, sendTruncated } from './http/send';
import { prescribed, sendOdd } from './odd_answers';
import { record, type RecordedRequest, type SimulatorState } from './state';

interface FaultGatewayOptions {
  /** The server behind it. */
  url: string;
  /** The name under which its requests are recorded. */
  host: string;
  /** An error that the server itself answers. */
  errorOf(status: number, code: string, message: string): Reply;
}

/** Stays with this connection. */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);

const passedOn = (headers: Iterable<[string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !ofConnection.has(name)));

const sentHeaders = ({ headers }: IncomingMessage): Array<[string, string]> =>
  Object.entries(headers).flatMap(([name, value]): Array<[string, string]> =>
    typeof value === 'string' ? [[name, value]] : [],
  );

/**
 * A reverse proxy for another server on loopback: records its requests with those to Azure, and injects the simulator's
 * faults.
 */
export async function startFaultGateway(state: SimulatorState, options: FaultGatewayOptions) {
  const { url: target, host } = options;

  async function forwarded(incoming: IncomingMessage, body: string): Promise<Reply> {
    const { method = 'GET', url = '/' } = incoming;
    const answer = await fetch(target + url, {
      method,
      headers: passedOn(sentHeaders(incoming)),
      ...(body !== '' && { body }),
    });
    return {
      status: answer.status,
      headers: passedOn(answer.headers.entries()),
      text: await answer.text(),
    };
  }

  async function decided(
    incoming: IncomingMessage,
    body: string,
    fault: FaultAction | undefined,
  ): Promise<Reply> {
    if (typeof fault === 'object' && 'code' in fault) {
      const reply = options.errorOf(fault.status, fault.code, fault.message);
      return { ...reply, headers: { ...reply.headers, ...fault.headers } };
    }
    const reply = prescribed(fault);
    if (reply || isIdle(fault)) return reply ?? { status: 200 };
    if (typeof fault === 'object' && 'slowMs' in fault && fault.slowMs > 0) {
      await pause(fault.slowMs);
    }
    return forwarded(incoming, body);
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = incoming;
    const entry: RecordedRequest = {
      at: new Date().toISOString(),
      host,
      method,
      path,
      status: 0,
    };
    record(state, entry);
    const body = await text(incoming);
    if (body !== '') entry.body = body;
    const fault = takeFault(state.faults, { hostname: host, method, path });
    if (fault === 'reset') return void incoming.socket.destroy();
    const reply = await decided(incoming, body, fault);
    entry.status = reply.status;
    if (fault === 'lose_answer') incoming.socket.destroy();
    else if (fault === 'truncate') sendTruncated(response, reply);
    else if (!(await sendOdd(response, reply, fault))) await send(response, reply, false);
  }

  const server = createServer(
    (incoming, response) => void answer(incoming, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
