import type { Problem } from '../../../../common/problem';
import type { Reach } from '../../targets/target';
import { unverified, warn, type Check, type KibanaContext } from '../check';

/** Known once the page opens, before the person has chosen a cloud or a region. */
export interface EgressContext extends KibanaContext {
  /** Problems with the hosts of Azure's public cloud for signing in and for managing resources. */
  unreachable: readonly Problem[];
  /** The host that answers for some region, by the route of connectors; absent where no connector will call. */
  endpoint?: { host: string; reach: Reach };
}

/** A region's own host always exists: if no name server knows it, those of accounts are not found either. */
function closedBy(endpoint: EgressContext['endpoint']): Problem[] {
  if (!endpoint) return [];
  const { host, reach } = endpoint;
  if (reach.status === 'unknown') return [{ code: 'endpoint_unresolved', detail: { host } }];
  return reach.status === 'blocked' ? [reach.problem] : [];
}

/**
 * Checks that the Kibana server reaches Azure's public cloud. An unreachable host is a warning, because another cloud does not
 * need it. The host of a region stands in for endpoints that do not exist yet: if it cannot be reached, they are unverified.
 */
export const egress: Check<EgressContext> = {
  id: 'egress',
  run: ({ unreachable, endpoint }) => [
    ...unreachable.map((problem) => warn(problem)),
    ...closedBy(endpoint).map(unverified),
  ],
};
