import { decide } from './decide';
import { takeFault } from './faults';
import { hostOf } from './hosts';
import { resolves } from './name_resolution';
import type { Reply, SimRequest } from './http/message';
import { record, type RecordedRequest, type SimulatorState } from './state';

/** The connection breaks off: before the request is read, or when Azure has carried it out. */
type Dropped = 'dropped';

/** Answers one request without a network. A fault with `hangMs` is never answered. */
export async function answerInProcess(
  state: SimulatorState,
  { method, url, headers, body }: Pick<SimRequest, 'method' | 'url' | 'headers' | 'body'>,
): Promise<Reply | Dropped> {
  const { hostname } = url;
  const path = url.pathname + url.search;
  const entry: RecordedRequest = {
    at: new Date().toISOString(),
    host: hostname,
    method,
    path,
    status: 0,
    ...(body !== '' && { body }),
  };
  record(state, entry);
  const host = hostOf(hostname);
  const fault = takeFault(state.faults, { hostname, method, path });
  const isGone = host?.role === 'prices' && !resolves(state, host);
  if (!host || isGone || fault === 'reset') return 'dropped';
  const request: SimRequest = { host, hostname, method, url, headers, body };
  const decided = await decide(state, request, fault);
  if (typeof fault === 'object' && 'hangMs' in fault) return new Promise(() => undefined);
  const reply = state.rewrite?.(decided, request) ?? decided;
  entry.status = reply.status;
  return fault === 'lose_answer' ? 'dropped' : reply;
}
