import type { TargetChoice } from '../../../common/targets/targets';
import type { FormStepProps } from '../form/form_step';

/** Saves the target. The recommended one is reset instead, so it follows other changes. */
export function saveTarget(step: FormStepProps, target: TargetChoice): void {
  const { request, recommendation, update, reset } = step;
  if (target === request.target) return;
  const isRecommended =
    target === recommendation.request.target &&
    recommendation.reasons.target.code !== 'chosen_by_you';
  if (isRecommended) reset(['target']);
  else update({ target });
}
