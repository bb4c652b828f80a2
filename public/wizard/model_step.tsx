import {
  EuiButton,
  EuiButtonEmpty,
  EuiButtonGroup,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSkeletonText,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import * as v from 'valibot';
import type { ModelOption, Options } from '../../common/options';
import { useCaseSchema } from '../../common/recommendation';
import type { SetupField, SetupRequest } from '../../common/setup_request';
import { FieldRow } from './field_row';
import type { FormStepProps } from './form_step';
import { formatTokens, modelTitle, regionName, tokensPerMinute } from './format';
import { ModelCapacity } from './model_capacity';
import { ModelCard } from './model_card';
import { offerOf, typeOf } from './model_offer';
import { PolicyRow, TypeRow } from './model_rows';
import { ModelTable, modelRows, type ModelChoice } from './model_table';
import { deploymentTypeText, useCaseText } from './model_text';

/** One line of facts for the folded step. */
export function modelSummary(request: SetupRequest, options: Options | undefined): string {
  const type = typeOf(request, offerOf(request, options));
  const size = type
    ? formatTokens(tokensPerMinute(request.capacity, type.tokensPerUnit))
    : i18n.translate('azureOpenaiSetup.model.summary.units', {
        defaultMessage: '{capacity, plural, one {# unit} other {# units}} of quota',
        values: { capacity: request.capacity },
      });
  return i18n.translate('azureOpenaiSetup.model.summary', {
    defaultMessage: '{model} {version}, {type}, {size}',
    values: {
      model: modelTitle(request.modelName),
      version: request.modelVersion,
      type: deploymentTypeText[request.deploymentType],
      size,
    },
  });
}

/** Which model, in which type of deployment, how large and under which name. */
export function ModelStep(step: FormStepProps): ReactElement {
  const { request, options, recommendation, update } = step;
  const offer = offerOf(request, options, recommendation);
  const type = typeOf(request, offer);
  return (
    <>
      <UseCaseChoice {...step} />
      <EuiSpacer size="m" />
      <ModelChoiceArea step={step} offer={offer} />
      <EuiSpacer size="m" />
      <TypeRow step={step} offer={offer} />
      <ModelCapacity step={step} type={type} />
      <EuiSpacer size="m" />
      <FieldRow field="deploymentName" step={step}>
        {(isInvalid) => (
          <EuiFieldText
            fullWidth
            value={request.deploymentName}
            onChange={(event) => update({ deploymentName: event.target.value })}
            isInvalid={isInvalid}
            data-test-subj="deploymentName"
          />
        )}
      </FieldRow>
      <PolicyRow {...step} />
    </>
  );
}

function UseCaseChoice({ useCase, setUseCase }: FormStepProps): ReactElement {
  const legend = i18n.translate('azureOpenaiSetup.model.useCase.legend', {
    defaultMessage: 'What will use it?',
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

function ModelChoiceArea({ step, offer }: { step: FormStepProps; offer?: ModelOption }) {
  const { request, options, recommendation, useCase, update } = step;
  const [open, setOpen] = useState(false);
  const region = regionName(request.location, options);
  const best = isRecommendedByUs(step) ? recommendation.request : undefined;
  const pick = (choice: ModelChoice) => {
    update(choice);
    setOpen(false);
  };
  return (
    <>
      <ModelCard
        request={request}
        offer={offer}
        type={typeOf(request, offer)}
        useCase={useCase}
        region={region}
        recommended={isRecommended(step)}
        action={<Actions step={step} open={open} setOpen={setOpen} />}
      />
      {open && <EuiSpacer size="m" />}
      {open && <Choices step={step} best={best} region={region} useCase={useCase} pick={pick} />}
    </>
  );
}

const settled: readonly SetupField[] = ['modelName', 'modelVersion', 'deploymentType', 'capacity'];

interface ActionsProps {
  step: FormStepProps;
  open: boolean;
  setOpen: (open: boolean) => void;
}

function Actions({ step, open, setOpen }: ActionsProps): ReactElement {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          data-test-subj="modelChooseAnother"
        >
          {open
            ? i18n.translate('azureOpenaiSetup.model.closeList', {
                defaultMessage: 'Close the list',
              })
            : i18n.translate('azureOpenaiSetup.model.chooseAnother', {
                defaultMessage: 'Choose another',
              })}
        </EuiButton>
      </EuiFlexItem>
      {!isRecommendedByUs(step) && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            onClick={() => step.reset(settled)}
            data-test-subj="modelUseRecommended"
          >
            {i18n.translate('azureOpenaiSetup.model.useRecommended', {
              defaultMessage: 'Use the recommended model',
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

/** A choice of one's own is no recommendation, also when the wizard has built the rest around it. */
const isRecommendedByUs = ({ recommendation }: FormStepProps) =>
  recommendation.reasons.modelName.code !== 'chosen_by_you';

const isRecommended = (step: FormStepProps) =>
  isRecommendedByUs(step) &&
  step.request.modelName === step.recommendation.request.modelName &&
  step.request.modelVersion === step.recommendation.request.modelVersion;

interface ChoicesProps extends Pick<FormStepProps, 'useCase'> {
  step: FormStepProps;
  best?: ModelChoice;
  region: string;
  pick: (choice: ModelChoice) => void;
}

function Choices({ step, best, region, useCase, pick }: ChoicesProps): ReactElement {
  const { models } = step.options;
  const rows = useMemo(() => modelRows(models ?? [], useCase, best), [models, useCase, best]);
  if (!models || step.optionsLoading) return <EuiSkeletonText lines={10} />;
  return <ModelTable rows={rows} region={region} pick={pick} />;
}
