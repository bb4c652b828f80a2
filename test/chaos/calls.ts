import type { Fault, FaultAction, SimulatorState } from '../azure';

/** An outgoing request: method, path without query, and the number of equal ones before it. */
export interface OutsideCall {
  method: string;
  path: string;
  earlier: number;
}

/**
 * The host of Azure Resource Manager and of the price list; others are called by Elasticsearch, or are Elasticsearch.
 */
const azure = /^(management|prices)\./;

/**
 * The requests since the last reset, in order. Equal requests to Azure Resource Manager and to the price list count
 * once; for Elasticsearch and its own calls, each repetition counts.
 */
export function sentCalls({ requests }: SimulatorState): OutsideCall[] {
  const seen = new Map<string, number>();
  return requests.flatMap(({ method, host, path: url }): OutsideCall[] => {
    if (method === 'CONNECT') return [];
    const [path = ''] = url.split('?');
    const key = `${method} ${path.toLowerCase()}`;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return earlier > 0 && azure.test(host) ? [] : [{ method, path, earlier }];
  });
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Lets earlier equal calls pass. Permanent without `times`. */
export function faultsAt(
  { method, path, earlier }: OutsideCall,
  action: FaultAction,
  times: Pick<Fault, 'times'>,
): Fault[] {
  const match = { method, path: `^${escaped(path)}(\\?|$)` };
  const passing: Fault = { match, times: earlier, action: { slowMs: 0 } };
  return [...(earlier > 0 ? [passing] : []), { match, ...times, action }];
}

/** Shortens a path for the table. */
export const nameOf = ({ method, path, earlier }: OutsideCall): string => {
  const short = path.replace(/^.*\/providers\//i, '').replace(/^\/subscriptions\/[^/]+/i, '');
  return `${method} ${short}${earlier > 0 ? ` (${earlier + 1})` : ''}`;
};
