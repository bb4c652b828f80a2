import type { Verdict } from '../../common/check';
import type { Problem } from '../../common/problem';
import type { Reach } from '../connectors/connectors';

/**
 * Hosts of Azure's public cloud that Kibana's server does not get through to. Those that one signs in
 * at and manages by: a warning, since who signs in to another cloud does not need them. What answers
 * for a whole region stands in for endpoints that do not exist yet: where it is closed, theirs need
 * not be, so that is unverified.
 */
export function egressVerdicts(unreachable: readonly Problem[], endpoints: Reach): Verdict[] {
  const found: Verdict[] = [
    ...unreachable.map((problem) => ({ check: 'egress', status: 'warn', problem }) as const),
    ...(endpoints.status === 'blocked'
      ? ([{ check: 'egress', status: 'unverified', problem: endpoints.problem }] as const)
      : []),
  ];
  return found.length > 0 ? found : [{ check: 'egress', status: 'pass' }];
}
