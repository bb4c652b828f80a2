import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createGzip, gzipSync } from 'node:zlib';
import type { FaultAction } from './faults';
import { isRecord, type Reply } from './http/message';

type Made = Extract<FaultAction, object>;

const page = `<!doctype html>
<html><head><title>Contoso web gateway</title></head>
<body><h1>This page cannot be displayed</h1><p>Ask your administrator.</p></body></html>`;

/** The whole answer that a fault prescribes; undefined when Azure itself answers. */
export function prescribed(fault: FaultAction | undefined): Reply | undefined {
  if (typeof fault !== 'object') return undefined;
  if ('html' in fault) {
    return { status: fault.html, headers: { 'content-type': 'text/html' }, text: page };
  }
  if ('body' in fault) {
    const { body, status = 200, contentType = 'application/json; charset=utf-8' } = fault;
    return { status, headers: { 'content-type': contentType }, text: body };
  }
  if ('redirect' in fault) return { status: 302, headers: { location: fault.redirect } };
  return undefined;
}

/** The answer with a link to a next page that is the same one, or one more each time. */
export function withNextLink(reply: Reply, url: URL, fault: FaultAction | undefined): Reply {
  if (fault !== 'self_link' && fault !== 'endless_pages') return reply;
  if (!isRecord(reply.json)) return reply;
  const next = new URL(url);
  const pages = Number(next.searchParams.get('page') ?? 0) + 1;
  if (fault === 'endless_pages') next.searchParams.set('page', String(pages));
  // The price list has its own name for it.
  const link = 'NextPageLink' in reply.json ? 'NextPageLink' : 'nextLink';
  return { ...reply, json: { ...reply.json, [link]: next.href } };
}

const begin = (response: ServerResponse, headers: Record<string, string> = {}) =>
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers });

const block = Buffer.alloc(64 * 1024, ' ');

/** A JSON object of many blanks; it ends early when the client hangs up. */
async function sendHuge(
  response: ServerResponse,
  { hugeBytes, gzip = false }: Extract<Made, { hugeBytes: number }>,
): Promise<void> {
  begin(response, gzip ? { 'content-encoding': 'gzip' } : {});
  const compressed = gzip ? createGzip() : undefined;
  compressed?.pipe(response);
  const out = compressed ?? response;
  for (let sent = 0; sent < hugeBytes && !response.destroyed; sent += block.length) {
    if (!out.write(block)) await pause(1);
  }
  out.end('{}');
}

/** Half of a compressed answer, and then a dropped connection. */
function sendTruncatedGzip(response: ServerResponse, reply: Reply): void {
  const payload = gzipSync(JSON.stringify(reply.json ?? {}));
  begin(response, { 'content-encoding': 'gzip', 'content-length': String(payload.length) });
  response.write(payload.subarray(0, Math.floor(payload.length / 2)), () => response.destroy());
}

/** Writes an answer that no server of Azure's would; false when the fault is not of that kind. */
export async function sendOdd(
  response: ServerResponse,
  reply: Reply,
  fault: FaultAction | undefined,
): Promise<boolean> {
  if (fault === 'truncate_gzip') {
    sendTruncatedGzip(response, reply);
    return true;
  }
  if (typeof fault !== 'object') return false;
  if ('hugeBytes' in fault) {
    await sendHuge(response, fault);
    return true;
  }
  if (!('hangMs' in fault)) return false;
  if (fault.after === 'headers') begin(response).flushHeaders();
  const timer = setTimeout(() => response.destroy(), fault.hangMs);
  response.on('close', () => clearTimeout(timer));
  return true;
}
