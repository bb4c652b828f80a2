import { unlessSetupError } from '../../../common/problem';
import type { KibanaTargetFacts } from '../../../common/targets/target_choice';
import type { Readiness, Readinesses, Targets } from './target';

interface EveryReadiness extends Readinesses {
  readonly connector: Readiness<'connector'>;
}

/** The readiness of every kind, as far as it is not known; that of endpoints is absent if it cannot be read. */
export async function everyReadiness(
  targets: Targets,
  known: Readinesses = {},
): Promise<EveryReadiness> {
  const [connector, endpoint] = await Promise.all([
    known.connector ?? targets.connector.readiness(),
    known.inference_endpoint ?? unlessSetupError(targets.inference_endpoint.readiness()),
  ]);
  return { connector, ...(endpoint && { inference_endpoint: endpoint }) };
}

/** What decides between the kinds of target in this Kibana. What cannot be read is left out: a check says so later. */
export const targetFactsOf = (
  { connector, inference_endpoint: endpoint }: EveryReadiness,
  kibanaVersion: string,
): KibanaTargetFacts => ({
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
});

/** The same, read as far as it is not known. */
export const readTargetFacts = async (
  targets: Targets,
  kibanaVersion: string,
  known?: Readinesses,
): Promise<KibanaTargetFacts> => targetFactsOf(await everyReadiness(targets, known), kibanaVersion);
