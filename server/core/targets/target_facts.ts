import { unlessSetupError } from '../../../common/problem';
import type { KibanaTargetFacts } from '../../../common/targets/target_choice';
import type { Readiness, Readinesses, Targets } from './target';

interface EveryReadiness extends Readinesses {
  readonly connector: Readiness<'connector'>;
}

/** The readiness of all kinds; reads the missing ones. That of endpoints is absent if it cannot be read. */
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

/** The facts of this Kibana for the choice of target, without unreadable ones, which a check reports later. */
export const targetFactsOf = (
  { connector, inference_endpoint: endpoint }: EveryReadiness,
  kibanaVersion: string,
): KibanaTargetFacts => ({
  kibanaVersion,
  // Without the license, neither kind is possible, so it is not a reason for either.
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

/** The same; reads missing readiness. */
export const readTargetFacts = async (
  targets: Targets,
  kibanaVersion: string,
  known?: Readinesses,
): Promise<KibanaTargetFacts> => targetFactsOf(await everyReadiness(targets, known), kibanaVersion);
