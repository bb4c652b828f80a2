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

/** Writes the answer; resolves with the bytes of its body when it is handed to the socket. */
export async function send(
  response: ServerResponse,
  reply: Reply,
  bodyless: boolean,
): Promise<number> {
  response.writeHead(reply.status, {
    date: new Date().toUTCString(),
    'cache-control': 'no-cache',
    ...headersOf(reply),
  });
  if (reply.stream && !bodyless) {
    await sendStream(response, reply.stream);
    return 0;
  }
  const payload = bodyless || reply.status === 204 ? '' : payloadOf(reply);
  response.end(payload);
  return Buffer.byteLength(payload);
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
