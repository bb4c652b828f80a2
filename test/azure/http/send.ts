import type { ServerResponse } from 'node:http';
import type { Reply } from './message';

const payloadOf = (reply: Reply): string =>
  reply.json === undefined ? (reply.text ?? '') : JSON.stringify(reply.json);

const headersOf = (reply: Reply): Record<string, string> => ({
  ...(reply.json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  ...(reply.stream ? { 'content-type': 'text/event-stream; charset=utf-8' } : {}),
  ...reply.headers,
});

async function sendStream(response: ServerResponse, chunks: AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) {
    if (response.destroyed) return;
    response.write(chunk);
  }
  response.end();
}

/** Writes the answer; resolves when it is handed to the socket. */
export async function send(
  response: ServerResponse,
  reply: Reply,
  bodyless: boolean,
): Promise<void> {
  response.writeHead(reply.status, {
    date: new Date().toUTCString(),
    'cache-control': 'no-cache',
    ...headersOf(reply),
  });
  if (bodyless || reply.status === 204) response.end();
  else if (reply.stream) await sendStream(response, reply.stream);
  else response.end(payloadOf(reply));
}

/** Announces the whole body, sends half of it and drops the connection. */
export function sendTruncated(response: ServerResponse, reply: Reply): void {
  const payload = Buffer.from(payloadOf(reply));
  response.writeHead(reply.status, {
    ...headersOf(reply),
    'content-length': String(payload.length),
  });
  response.write(payload.subarray(0, Math.floor(payload.length / 2)), () => response.destroy());
}
