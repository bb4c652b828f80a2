import type { Verdict } from '../../../common/check';
import type { Problem } from '../../../common/problem';
import type { Reach } from '../targets/connectors';

/**
 * Hosts of Azure's public cloud that Kibana's server does not get through to. Those that one signs in
 * at and manages by: a warning, since who signs in to another cloud does not need them. What answers
 * for a whole region stands in for endpoints that do not exist yet: where it is closed, theirs need
 * not be, so that is unverified.
 */
export function egressVerdicts(
  unreachable: readonly Problem[],
  endpoints: { host: string; reach: Reach },
): Verdict[] {
  const problem = closedBy(endpoints);
  const found: Verdict[] = [
    ...unreachable.map((one) => ({ check: 'egress', status: 'warn', problem: one }) as const),
    ...(problem ? ([{ check: 'egress', status: 'unverified', problem }] as const) : []),
  ];
  return found.length > 0 ? found : [{ check: 'egress', status: 'pass' }];
}

/** A region's own host is always there: when no name server knows it, those of accounts are not found either. */
function closedBy({ host, reach }: { host: string; reach: Reach }): Problem | undefined {
  if (reach.status === 'unknown') return { code: 'endpoint_unresolved', detail: { host } };
  return reach.status === 'blocked' ? reach.problem : undefined;
}
