import { targetKindsOf, type TargetChoice, type TargetKind } from '../../../common/targets/targets';
import type { KibanaReadiness, Readinesses, Target, Targets } from './target';

/** The readiness of the kinds that a request names, as far as it is not known. */
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

/** What holds for every target, as each kind that is needed found it. */
export const eachReadiness = (readinesses: Readinesses): KibanaReadiness[] =>
  Object.values(readinesses);

/** The same targets with other functions. */
export const withEach = (
  targets: Targets,
  change: <Kind extends TargetKind>(target: Target<Kind>, kind: Kind) => Target<Kind>,
): Targets => ({
  connector: change(targets.connector, 'connector'),
  inference_endpoint: change(targets.inference_endpoint, 'inference_endpoint'),
});
