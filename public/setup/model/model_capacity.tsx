import {
  EuiFieldNumber,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiRange,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { tokenLevels } from '../../../common/capacity';
import type { DeploymentTypeOption } from '../../../common/options';
import { FieldRow } from '../form/field_row';
import { fieldText } from '../../../common/words/field_text';
import type { FormStepProps } from '../form/form_step';
import { formatTokens, tokensPerMinute } from '../../../common/words/format';
import { largestCapacity } from './model_offer';
import { QuotaHelp } from './model_quota';

/** Tokens of one question to an assistant, with its context and tools; measured values vary widely. */
const tokensPerTurn = 8_000;

const unknownTokensPerUnit = 1_000;

interface CapacityProps {
  step: FormStepProps;
  type?: DeploymentTypeOption;
}

/** Tokens per minute, as a slider and a number, with their meaning. */
export function ModelCapacity({ step, type }: CapacityProps): ReactElement {
  const { capacity } = step.request;
  const id = useGeneratedHtmlId({ prefix: 'capacityMeaning' });
  const perUnit = type?.tokensPerUnit ?? unknownTokensPerUnit;
  const largest = type && largestCapacity(type);
  return (
    <>
      <FieldRow
        field="capacity"
        step={step}
        help={<QuotaHelp step={step} type={type} largest={largest} />}
        error={tooMuch(capacity, largest, perUnit)}
        isGroup
      >
        {(isInvalid) => (
          <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
            {type?.free !== undefined && largest !== undefined && largest > type.minimum && (
              <EuiFlexItem>
                <CapacityRange step={step} type={type} largest={largest} meaningId={id} />
              </EuiFlexItem>
            )}
            <EuiFlexItem grow={false}>
              <CapacityNumber step={step} type={type} isInvalid={isInvalid} meaningId={id} />
            </EuiFlexItem>
          </EuiFlexGroup>
        )}
      </FieldRow>
      <Meaning id={id} tokens={tokensPerMinute(capacity, perUnit)} />
    </>
  );
}

function tooMuch(capacity: number, largest = Infinity, perUnit = 0): string | undefined {
  if (capacity <= largest) return undefined;
  if (largest === 0) {
    return i18n.translate('azureOpenaiSetup.model.capacity.none', {
      defaultMessage: 'No quota is free for this model and type. Choose another.',
    });
  }
  return i18n.translate('azureOpenaiSetup.model.capacity.tooMuch', {
    defaultMessage: 'More than can be set: at most {largest}.',
    values: { largest: formatTokens(tokensPerMinute(largest, perUnit)) },
  });
}

/** Azure sells whole units only. */
const toUnits = (tokens: string, tokensPerUnit: number): number =>
  Math.round(Number(tokens) / tokensPerUnit);

interface InputProps {
  step: FormStepProps;
  meaningId: string;
}

function CapacityRange(props: InputProps & { type: DeploymentTypeOption; largest: number }) {
  const { step, type, largest, meaningId } = props;
  return (
    <EuiRange
      fullWidth
      min={type.minimum * type.tokensPerUnit}
      max={largest * type.tokensPerUnit}
      step={type.step * type.tokensPerUnit}
      value={Math.min(Math.max(step.request.capacity, type.minimum), largest) * type.tokensPerUnit}
      onChange={(event) =>
        step.update({ capacity: toUnits(event.currentTarget.value, type.tokensPerUnit) })
      }
      aria-label={fieldText.capacity.label}
      aria-describedby={meaningId}
      data-test-subj="capacityRange"
    />
  );
}

function CapacityNumber(props: InputProps & { type?: DeploymentTypeOption; isInvalid: boolean }) {
  const { step, type, isInvalid, meaningId } = props;
  // The text while the person types: an empty field is no number, and half a number would be rounded.
  const [draft, setDraft] = useState<string>();
  const perUnit = type?.tokensPerUnit ?? unknownTokensPerUnit;
  return (
    <EuiFieldNumber
      min={(type?.minimum ?? 1) * perUnit}
      step={(type?.step ?? 1) * perUnit}
      value={draft ?? tokensPerMinute(step.request.capacity, perUnit)}
      onChange={(event) => {
        setDraft(event.target.value);
        step.update({ capacity: toUnits(event.target.value, perUnit) });
      }}
      onBlur={() => setDraft(undefined)}
      isInvalid={isInvalid}
      aria-label={fieldText.capacity.label}
      aria-describedby={meaningId}
      data-test-subj="capacityNumber"
    />
  );
}

function judge(tokens: number) {
  if (tokens < tokenLevels.tight) return { color: 'danger', icon: 'error' } as const;
  if (tokens < tokenLevels.ample) return { color: 'warning', icon: 'warning' } as const;
  return { color: 'success', icon: 'checkCircle' } as const;
}

function meaningText(tokens: number): string {
  const values = { tokens: formatTokens(tokens), turns: Math.floor(tokens / tokensPerTurn) };
  if (tokens < tokenLevels.tight) {
    return i18n.translate('azureOpenaiSetup.model.capacity.tight', {
      defaultMessage:
        '{tokens}: about {turns, plural, one {# assistant turn} other {# assistant turns}} a minute. Too few: a single question can use them up.',
      values,
    });
  }
  if (tokens < tokenLevels.ample) {
    return i18n.translate('azureOpenaiSetup.model.capacity.few', {
      defaultMessage:
        '{tokens}: about {turns, plural, one {# assistant turn} other {# assistant turns}} a minute. Enough for one or two people at a time.',
      values,
    });
  }
  return i18n.translate('azureOpenaiSetup.model.capacity.comfortable', {
    defaultMessage:
      '{tokens}: about {turns, plural, one {# assistant turn} other {# assistant turns}} a minute.',
    values,
  });
}

function Meaning({ id, tokens }: { id: string; tokens: number }): ReactElement {
  const { color, icon } = judge(tokens);
  return (
    <EuiText
      id={id}
      size="s"
      color={color}
      aria-live="polite"
      data-test-subj="capacityMeaning"
      data-level={color}
    >
      <p>
        <EuiIcon type={icon} color={color} aria-hidden={true} /> {meaningText(tokens)}{' '}
        {i18n.translate('azureOpenaiSetup.model.capacity.assumption', {
          defaultMessage:
            'A turn is taken as {tokensPerTurn, plural, one {# token} other {# tokens}}.',
          values: { tokensPerTurn },
        })}
      </p>
    </EuiText>
  );
}
