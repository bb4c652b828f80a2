import type { UseCase } from '../../../common/recommendation';
import { useOffers } from '../../api/queries';
import type { FormStepProps } from '../form/form_step';

/** The offers of all regions for the form's subscription and the target that the person chose. */
export function useStepOffers(
  { request, recommendation, session }: FormStepProps,
  useCase: UseCase,
) {
  const { subscriptionId, kind, target } = request;
  const isChosen = recommendation.reasons.target.code === 'chosen_by_you';
  return useOffers(session, { subscriptionId, kind, useCase, ...(isChosen && { target }) });
}
