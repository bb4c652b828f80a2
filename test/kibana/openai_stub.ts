import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

interface Received {
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** The part of a model's response that the connector reads. */
export const goodAnswer = {
  model: 'gpt',
  usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
  choices: [{ message: { role: 'assistant', content: ' Hello ' } }],
};

const stubs = new Set<Server>();
const sockets = new Set<Socket>();

async function listen(server: Server): Promise<number> {
  stubs.add(server);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A provider that returns `answer`, and records its requests. */
export async function startOpenAiStub(certificate?: { cert: string; key: string }) {
  const received: Received[] = [];
  const answer = { status: 200, body: JSON.stringify(goodAnswer) };
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    received.push({ url: request.url ?? '', headers: request.headers, body: await text(request) });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  };
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void respond(request, response);
  const server = certificate ? createHttps(certificate, listener) : createHttp(listener);
  const port = await listen(server);
  return { port, received, answer };
}

/** A forward proxy that connects every host to one port, and records the hosts. */
export async function startProxyStub(target: number) {
  const hosts: string[] = [];
  const server = createHttp();
  server.on('connect', (request, socket) => {
    hosts.push(request.url ?? '');
    const upstream = connect(target, 'localhost', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  return { port: await listen(server), hosts };
}

export async function stopStubs() {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all([...stubs].map((stub) => new Promise((resolve) => stub.close(resolve))));
  stubs.clear();
}
