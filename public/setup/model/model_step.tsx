import {
  EuiButton,
  EuiButtonEmpty,
  EuiButtonGroup,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useRef, useState, type ReactElement, type RefObject } from 'react';
import * as v from 'valibot';
import type { ModelOption, Options } from '../../../common/options';
import { useCaseSchema } from '../../../common/recommendation';
import type { SetupField, SetupRequest } from '../../../common/setup_request';
import { reusedDeployment } from '../form/existing_things';
import { FieldRow } from '../form/field_row';
import type { FormStepProps } from '../form/form_step';
import {
  formatTokens,
  formatUnits,
  modelTitle,
  regionName,
  tokensPerMinute,
} from '../../../common/words/format';
import { ModelCapacity } from './model_capacity';
import { ModelCard } from './model_card';
import { offerOf, typeOf } from './model_offer';
import { PolicyRow, TypeRow } from './model_rows';
import { ReusedDeployment } from './model_reused';
import { typeName, useCaseText } from '../../../common/words/model_text';
import { chooseOffer } from './offer_choice';
import { OfferList } from './offer_list';
import type { OfferRow } from './offer_rows';

/** One line of facts for the folded step. */
export function modelSummary(request: SetupRequest, options: Options | undefined): string {
  const type = typeOf(request, offerOf(request, options));
  const size = type
    ? formatTokens(tokensPerMinute(request.capacity, type.tokensPerUnit))
    : formatUnits(request.capacity);
  return i18n.translate('azureOpenaiSetup.model.summary', {
    defaultMessage: '{model} {version}, {type}, {size}',
    values: {
      model: modelTitle(request.modelName),
      version: request.modelVersion,
      type: typeName(request.deploymentType),
      size,
    },
  });
}

export function ModelStep(step: FormStepProps): ReactElement {
  const { request, options, recommendation, update } = step;
  const offer = offerOf(request, options, recommendation);
  const type = typeOf(request, offer);
  const reused = reusedDeployment(step);
  return (
    <>
      <UseCaseChoice {...step} />
      <EuiSpacer size="m" />
      <ModelChoiceArea step={step} offer={offer} />
      <EuiSpacer size="m" />
      {reused ? (
        <ReusedDeployment deployment={reused} />
      ) : (
        <>
          <TypeRow step={step} offer={offer} />
          <ModelCapacity step={step} type={type} />
        </>
      )}
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
      {!reused && <PolicyRow {...step} />}
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
  const { request, options, recommendation, useCase } = step;
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const pick = (row: OfferRow) => {
    chooseOffer(step, row);
    setOpen(false);
    // The button that was pressed goes away with the list.
    toggle.current?.focus();
  };
  return (
    <>
      <ModelCard
        request={request}
        offer={offer}
        type={typeOf(request, offer)}
        useCase={useCase}
        region={regionName(request.location, options)}
        recommended={isRecommended(step)}
        action={<Actions step={step} open={open} setOpen={setOpen} toggle={toggle} />}
      />
      {open && <EuiSpacer size="m" />}
      {open && (
        <OfferList
          step={step}
          recommended={isRecommendedByUs(step) ? recommendation.request : undefined}
          pick={pick}
        />
      )}
    </>
  );
}

const settled: readonly SetupField[] = [
  'modelName',
  'modelVersion',
  'deploymentType',
  'location',
  'capacity',
];

interface ActionsProps {
  step: FormStepProps;
  open: boolean;
  setOpen: (open: boolean) => void;
  toggle: RefObject<HTMLButtonElement>;
}

function Actions({ step, open, setOpen, toggle }: ActionsProps): ReactElement {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          buttonRef={toggle}
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
