import type { Offer } from '../../../common/models/offers';
import type { SetupField } from '../../../common/setup_request';
import type { FormStepProps } from '../form/form_step';
import { chosenAccount, chosenDeployment } from '../form/existing_things';

/** Values of an existing account, which cannot move to another region. */
export const ofAccount: readonly SetupField[] = [
  'resourceGroup',
  'accountName',
  'customSubDomainName',
  'networkAccess',
];

/** The form values and functions that a choice uses. */
export type ChoiceStep = Pick<
  FormStepProps,
  'request' | 'recommendation' | 'options' | 'update' | 'reset'
>;

/**
 * Applies an offer as the person's choice. Keeps the person's throughput within the offer's limits; drops an existing
 * resource in another region and an existing deployment of another model.
 */
export function chooseOffer(step: ChoiceStep, offer: Offer): void {
  const { request, recommendation, update, reset } = step;
  const { modelName, modelVersion, deploymentType, location, free } = offer;
  const account = chosenAccount(step);
  const moves = account !== undefined && account.location !== location;
  const adopted = chosenDeployment(step) !== undefined;
  const dropped = [...(moves ? ofAccount : []), ...(adopted ? (['deploymentName'] as const) : [])];
  if (dropped.length > 0) reset(dropped);
  const ownSize = request.capacity !== recommendation.request.capacity;
  const tooLarge = free !== undefined && request.capacity > free;
  update({
    modelName,
    modelVersion,
    deploymentType,
    location,
    ...(ownSize && tooLarge && { capacity: free }),
  });
}
