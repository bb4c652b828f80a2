import { unlessSetupError } from '../../../common/problem';
import type { KibanaTargetFacts } from '../../../common/target_choice';
import type { Targets } from './target';

/** What decides between the kinds of target in this Kibana. What cannot be read is left out: a check says so later. */
export async function readTargetFacts(
  targets: Targets,
  kibanaVersion: string,
): Promise<KibanaTargetFacts> {
  const [connector, endpoint] = await Promise.all([
    targets.connector.readiness(),
    unlessSetupError(targets.inference_endpoint.readiness()),
  ]);
  return {
    kibanaVersion,
    // Without the license, neither kind is possible: that is no reason for the other one.
    connectorEnabled: connector.isEnabled || !connector.licenseSufficient,
    ...(endpoint && { endpointSupported: endpoint.isSupported }),
    privileges: {
      connector: connector.canCreate,
      ...(endpoint && {
        manageInference: endpoint.canManage,
        monitorInference: endpoint.canMonitor,
      }),
    },
  };
}
