import { fitCapacity } from '../../../common/models/capacity';
import type { DeploymentTypeOption, ModelOption, Options } from '../../../common/options';
import type { Recommendation } from '../../../common/recommendation';
import type { SetupRequest } from '../../../common/setup_request';

type Place = Pick<SetupRequest, 'modelName' | 'modelVersion' | 'location'>;

/** True if the offer is that of the request's model and version in its region. */
export const isOfferOf = (
  model: ModelOption,
  { modelName, modelVersion, location }: Place,
): boolean =>
  model.modelName === modelName &&
  model.modelVersion === modelVersion &&
  model.location === location;

export const typeOf = (
  request: Pick<SetupRequest, 'deploymentType'>,
  offer: ModelOption | undefined,
): DeploymentTypeOption | undefined =>
  offer?.deploymentTypes.find(({ deploymentType }) => deploymentType === request.deploymentType);

interface Subject {
  request: Place & Pick<SetupRequest, 'deploymentType'>;
  options: Options;
  recommendation: Recommendation;
}

/**
 * The offer of the request's model, and its deployment type; undefined while unknown, or when the region does not have
 * it. The recommended one also has the service capacity.
 */
export function offerOf({ request, options, recommendation }: Subject) {
  const offer = [recommendation.model, ...(options.models ?? [])].find((model) =>
    isOfferOf(model, request),
  );
  return { offer, type: typeOf(request, offer) };
}

/** The largest size of one deployment, in units; undefined when neither quota nor model sets a limit. */
export function largestCapacity(type: DeploymentTypeOption): number | undefined {
  const limit = Math.min(type.free ?? Infinity, type.maximum ?? Infinity);
  return Number.isFinite(limit) ? fitCapacity(type, limit) : undefined;
}
