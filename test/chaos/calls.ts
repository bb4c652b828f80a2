import type { Fault, FaultAction, SimulatorState } from '../azure';

/** One kind of request to Azure: a method and a path without its query. */
export interface AzureCall {
  method: string;
  path: string;
}

/** The requests to Azure Resource Manager and the price list since the last reset, each once, in their order. */
export function sentCalls({ requests }: SimulatorState): AzureCall[] {
  const calls = new Map<string, AzureCall>();
  for (const { method, host, path: url } of requests) {
    if (method === 'CONNECT' || !/^(management|prices)\./.test(host)) continue;
    const [path = ''] = url.split('?');
    calls.set(`${method} ${path.toLowerCase()}`, { method, path });
  }
  return [...calls.values()];
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A fault without `times` is for good. */
export const faultAt = (
  { method, path }: AzureCall,
  action: FaultAction,
  times: Pick<Fault, 'times'>,
): Fault => ({
  match: { host: '^(management|prices)\\.', method, path: `^${escaped(path)}(\\?|$)` },
  ...times,
  action,
});

/** Short enough for a table: what follows the last provider, or the group. */
export const nameOf = ({ method, path }: AzureCall): string =>
  `${method} ${path.replace(/^.*\/providers\//i, '').replace(/^\/subscriptions\/[^/]+/i, '')}`;
