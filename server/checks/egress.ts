import type { Verdict } from '../../common/check';
import type { Problem } from '../../common/problem';
import type { Reach } from '../connectors/connectors';

/**
 * Hosts of Azure's public cloud that Kibana's server does not get through to: those that one signs in
 * at and manages by, and those of the endpoints, which connectors call. A warning: who signs in to
 * another cloud does not need them.
 */
export function egressVerdicts(unreachable: readonly Problem[], endpoints: Reach): Verdict[] {
  const problems = [...unreachable, ...(endpoints.status === 'blocked' ? [endpoints.problem] : [])];
  if (problems.length === 0) return [{ check: 'egress', status: 'pass' }];
  return problems.map((problem) => ({ check: 'egress', status: 'warn', problem }));
}
