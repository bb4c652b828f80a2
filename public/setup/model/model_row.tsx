import { EuiSkeletonText, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { scoreOf } from '../../../common/models/model_scores';
import { modelTitle, regionName } from '../../../common/words/format';
import { lazyPart } from '../../shared/lazy_part';
import { reusedDeployment } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { Drawbacks } from './model_drawbacks';
import { ModelBadge, planStanding } from './model_badge';
import { offerOf } from '../offers/model_offer';
import { PlanRow } from '../plan_row/plan_row';
import { rowHeads } from '../plan_row/row_heads';
import { ScoreBar, supportedText } from './score_bar';
import { useRowFlyout } from '../plan_row/use_row_flyout';

const ModelFlyout = lazyPart(async () => (await import('./model_flyout')).ModelFlyout);

const modelFields = ['modelName', 'modelVersion'] as const;

/** The plan's model with Elastic's score and its retirement date. */
export function ModelRow(step: FormStepProps): ReactElement {
  const { isOpen, open, close } = useRowFlyout(modelFields);
  return (
    <>
      <PlanRow
        {...rowHeads.model}
        value={modelTitle(step.request.modelName)}
        badge={<ModelBadge standing={planStanding(step)} />}
        onChange={open}
      >
        <Picture {...step} />
      </PlanRow>
      {isOpen && <ModelFlyout step={step} onClose={close} />}
    </>
  );
}

function Picture(step: FormStepProps): ReactElement {
  const { request, options, optionsLoading, useCase } = step;
  const { offer, type } = offerOf(step);
  const reused = reusedDeployment(step);
  if (!offer && optionsLoading) return <EuiSkeletonText lines={1} size="xs" />;
  return (
    <>
      {offer ? (
        <ScoreBar score={scoreOf(offer, useCase)} useCase={useCase}>
          {' · '}
          {supportedText(type?.retiresAt ?? offer.retiresAt)}
        </ScoreBar>
      ) : (
        <EuiText size="xs">{notOfferedText(regionName(request.location, options))}</EuiText>
      )}
      <Drawbacks drawbacks={type?.drawbacks ?? []} />
      {reused && (
        <EuiText size="xs" data-test-subj="modelReused">
          {reusedText(reused.deploymentName)}
        </EuiText>
      )}
    </>
  );
}

const notOfferedText = (region: string): string =>
  i18n.translate('azureOpenaiSetup.plan.model.notOffered', {
    defaultMessage: "Azure doesn't list this model in {region}.",
    values: { region },
  });

const reusedText = (name: string): string =>
  i18n.translate('azureOpenaiSetup.plan.model.reused', {
    defaultMessage: 'The existing deployment {name} is used as it is.',
    values: { name },
  });
