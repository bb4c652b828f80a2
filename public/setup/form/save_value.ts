import type { SetupRequest } from '../../../common/setup_request';
import type { FormStepProps } from './form_step';

/** Saves a value of the plan. The recommended one is reset instead, so it follows other changes. */
export function saveValue<Field extends 'target' | 'capacity'>(
  { request, recommendation, update, reset }: FormStepProps,
  field: Field,
  value: SetupRequest[Field],
): void {
  if (value === request[field]) return;
  const isRecommended =
    value === recommendation.request[field] &&
    recommendation.reasons[field].code !== 'chosen_by_you';
  const change: Partial<SetupRequest> = {};
  change[field] = value;
  if (isRecommended) reset([field]);
  else update(change);
}
