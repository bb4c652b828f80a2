import { EuiButtonEmpty, EuiButtonGroup, EuiFormRow, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import * as v from 'valibot';
import type { Problem } from '../../../common/problem';
import { useCaseSchema, type UseCase } from '../../../common/recommendation';
import { fieldText } from '../../../common/words/field_text';
import { problemOf } from '../../api/http_problem';
import type { FormStepProps } from '../form/form_step';
import { useStepOffers } from '../offers/use_step_offers';
import { ReadingOffers } from '../offers/reading_offers';
import { PageProblem } from '../screen/page_problem';
import { chooseModel, chooseRecommendedModel } from './choose_model';
import { isRecommendedByUs } from './model_badge';
import { ModelCards } from './model_cards';
import { modelChoices, type Picked } from '../offers/model_choices';
import { PlanFlyout } from '../plan_row/plan_flyout';

const useCaseText: Record<UseCase, string> = {
  security: i18n.translate('azureOpenaiSetup.model.useCase.security', {
    defaultMessage: 'Security',
  }),
  observability: i18n.translate('azureOpenaiSetup.model.useCase.observability', {
    defaultMessage: 'Observability',
  }),
  both: i18n.translate('azureOpenaiSetup.model.useCase.both', { defaultMessage: 'Both' }),
};

interface ModelFlyoutProps {
  step: FormStepProps;
  onClose(): void;
}

/** All models that the subscription offers, and the use case of their scores. */
export function ModelFlyout({ step, onClose }: ModelFlyoutProps): ReactElement {
  const { request, session } = step;
  const [useCase, setUseCase] = useState(step.useCase);
  const [picked, setPicked] = useState<Picked>({ modelName: request.modelName });
  const found = useStepOffers(step, useCase);
  const choices = useMemo(() => modelChoices(found.data?.offers ?? []), [found.data]);
  const hasChoice = !found.data || choices.some(({ available }) => available);
  const hasOther = !isRecommendedByUs(step) && choices[0]?.modelName !== request.modelName;
  const save = () => {
    if (useCase !== step.useCase) step.setUseCase(useCase);
    const choice = choices.find(({ modelName }) => modelName === picked.modelName);
    if (choice && isChange(picked, request))
      chooseModel(step, { ...picked, offers: choice.offers });
    onClose();
  };
  const problem: Problem | undefined = session
    ? problemOf(found.error)
    : { code: 'session_expired' };
  const again = { onClick: () => void found.refetch(), loading: found.isFetching };
  return (
    <PlanFlyout
      title={fieldText.modelName.label}
      onSave={hasChoice ? save : undefined}
      onClose={onClose}
      testSubj="modelFlyout"
    >
      <UseCaseChoice useCase={useCase} setUseCase={setUseCase} />
      {hasOther && <UseRecommended step={step} onClose={onClose} />}
      <EuiSpacer size="m" />
      {problem && (
        <PageProblem problem={problem} retry={{ ...again, testSubj: 'offersTryAgain' }} />
      )}
      {!problem && !found.data && <ReadingOffers count={step.options.locations?.length} />}
      {!problem && found.data && (
        <ModelCards
          step={step}
          useCase={useCase}
          found={found.data}
          choices={choices}
          again={again}
          picked={picked}
          setPicked={setPicked}
        />
      )}
    </PlanFlyout>
  );
}

const isChange = (
  { modelName, modelVersion }: Picked,
  request: FormStepProps['request'],
): boolean =>
  modelName !== request.modelName ||
  (modelVersion !== undefined && modelVersion !== request.modelVersion);

interface UseCaseChoiceProps {
  useCase: UseCase;
  setUseCase(useCase: UseCase): void;
}

function UseCaseChoice({ useCase, setUseCase }: UseCaseChoiceProps): ReactElement {
  const legend = i18n.translate('azureOpenaiSetup.plan.model.useCase', {
    defaultMessage: 'Where will you use this model?',
  });
  return (
    <EuiFormRow label={legend} fullWidth hasChildLabel={false}>
      <EuiButtonGroup
        legend={legend}
        options={useCaseSchema.options.map((id) => ({
          id,
          label: useCaseText[id],
          'data-test-subj': `modelUseCase-${id}`,
        }))}
        idSelected={useCase}
        onChange={(id) => setUseCase(v.parse(useCaseSchema, id))}
        data-test-subj="modelUseCase"
      />
    </EuiFormRow>
  );
}

function UseRecommended({ step, onClose }: ModelFlyoutProps): ReactElement {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiButtonEmpty
        size="s"
        flush="left"
        onClick={() => {
          chooseRecommendedModel(step);
          onClose();
        }}
        data-test-subj="modelUseRecommended"
      >
        {i18n.translate('azureOpenaiSetup.model.useRecommended', {
          defaultMessage: 'Use the recommended model',
        })}
      </EuiButtonEmpty>
    </>
  );
}
