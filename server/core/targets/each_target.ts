import { targetKindsOf, type TargetChoice, type TargetKind } from '../../../common/targets/targets';
import type { KibanaReadiness, Readinesses, Target, Targets } from './target';

/** The readiness of the request's kinds; reads the missing ones. */
export async function readinessOf(
  targets: Targets,
  request: { target: TargetChoice },
  known: Readinesses = {},
): Promise<Readinesses> {
  const kinds = targetKindsOf(request);
  const [connector, endpoint] = await Promise.all([
    kinds.includes('connector') ? (known.connector ?? targets.connector.readiness()) : undefined,
    kinds.includes('inference_endpoint')
      ? (known.inference_endpoint ?? targets.inference_endpoint.readiness())
      : undefined,
  ]);
  return {
    ...(connector && { connector }),
    ...(endpoint && { inference_endpoint: endpoint }),
  };
}

/** The readiness for all targets, from the kinds of the request. */
export const eachReadiness = (readinesses: Readinesses): KibanaReadiness[] =>
  Object.values(readinesses);

/** Targets with replaced functions. */
export const withEach = (
  targets: Targets,
  change: <Kind extends TargetKind>(target: Target<Kind>, kind: Kind) => Target<Kind>,
): Targets => ({
  connector: change(targets.connector, 'connector'),
  inference_endpoint: change(targets.inference_endpoint, 'inference_endpoint'),
});
