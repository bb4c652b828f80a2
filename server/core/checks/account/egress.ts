import type { Problem } from '../../../../common/problem';
import type { Reach } from '../../targets/target';
import { unverified, warn, type Check, type KibanaContext } from '../check';

/** Available before the person has chosen a cloud or a region. */
export interface EgressContext extends KibanaContext {
  /** Problems with the sign-in and management hosts of Azure's public cloud. */
  unreachable: readonly Problem[];
  /** Whether connectors reach a regional host; absent if no connector will call. */
  endpoint?: { host: string; reach: Reach };
}

/** A regional host always exists, so if it cannot be resolved, account hosts cannot be resolved either. */
function closedBy(endpoint: EgressContext['endpoint']): Problem[] {
  if (!endpoint) return [];
  const { host, reach } = endpoint;
  if (reach.status === 'unknown') return [{ code: 'endpoint_unresolved', detail: { host } }];
  return reach.status === 'blocked' ? [reach.problem] : [];
}

/**
 * Checks that the Kibana server reaches Azure's public cloud. An unreachable host is a warning, because other clouds do
 * not need it. A regional host represents endpoints that do not exist yet; if it cannot be reached, they are
 * unverified.
 */
export const egress: Check<EgressContext> = {
  id: 'egress',
  run: ({ unreachable, endpoint }) => [
    ...unreachable.map((problem) => warn(problem)),
    ...closedBy(endpoint).map(unverified),
  ],
};
