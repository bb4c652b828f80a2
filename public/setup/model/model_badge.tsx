import { EuiBadge } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { scoreOf } from '../../../common/models/model_scores';
import { standingOf, type ModelStanding } from '../../../common/models/model_standing';
import type { FormStepProps } from '../form/form_step';
import { offerOf } from '../offers/model_offer';

export const standingText: Record<ModelStanding, string> = {
  recommended: i18n.translate('azureOpenaiSetup.plan.model.recommended', {
    defaultMessage: 'Recommended',
  }),
  best_available: i18n.translate('azureOpenaiSetup.plan.model.bestAvailable', {
    defaultMessage: 'Best available',
  }),
};

/** The label of the model that comes first; nothing for others. */
export function ModelBadge({ standing }: { standing?: ModelStanding }): ReactElement | null {
  if (!standing) return null;
  return (
    <EuiBadge color={standing === 'recommended' ? 'primary' : 'hollow'}>
      {standingText[standing]}
    </EuiBadge>
  );
}

/** A model that the person chose has no badge. */
export const isRecommendedByUs = ({ recommendation }: Pick<FormStepProps, 'recommendation'>) =>
  recommendation.reasons.modelName.code !== 'chosen_by_you';

/** The standing of the plan's model; undefined if the person chose it. */
export function planStanding(step: FormStepProps): ModelStanding | undefined {
  const { request, recommendation, useCase } = step;
  const isSame =
    request.modelName === recommendation.request.modelName &&
    request.modelVersion === recommendation.request.modelVersion;
  if (!isSame || !isRecommendedByUs(step)) return undefined;
  const { offer, type } = offerOf(step);
  return standingOf({
    drawbacks: [],
    ...type,
    ...(offer && { score: scoreOf(offer, useCase) }),
  });
}
