import type { Verdict } from '../../common/check';
import type { Problem } from '../../common/problem';

/**
 * Hosts of Azure's public cloud that Kibana's server does not get through to. A warning: who signs in
 * to another cloud does not need them.
 */
export const egressVerdicts = (unreachable: readonly Problem[]): Verdict[] =>
  unreachable.length === 0
    ? [{ check: 'egress', status: 'pass' }]
    : unreachable.map((problem) => ({ check: 'egress', status: 'warn', problem }));
