import {
  EuiButton,
  EuiFieldNumber,
  EuiFlexGroup,
  EuiFormRow,
  EuiIcon,
  EuiRange,
  EuiSpacer,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useRef, type ReactElement, type RefObject } from 'react';
import { capacityPresets } from '../../../common/models/capacity';
import type { DeploymentTypeOption } from '../../../common/options';
import { fieldText } from '../../../common/words/field_text';
import { formatTokens } from '../../../common/words/format';
import type { FormStepProps } from '../form/form_step';
import { saveValue } from '../form/save_value';
import { LevelAnnouncement } from './level_announcement';
import { offerOf } from '../offers/model_offer';
import { PlanFlyout } from '../plan_row/plan_flyout';
import { rowHeads } from '../plan_row/row_heads';
import { Quota } from './quota';
import { QuotaNotes } from './quota_notes';
import { levelOf } from './answers_text';
import { levelText, presetText, rangeText } from './throughput_text';
import { useTokens, type Tokens } from './use_tokens';

interface ThroughputFlyoutProps {
  step: FormStepProps;
  onClose(): void;
}

/** The throughput as presets, slider and number, with its consequences. */
export function ThroughputFlyout({ step, onClose }: ThroughputFlyoutProps): ReactElement {
  const { type } = offerOf(step);
  const tokens = useTokens(step.request.capacity, type);
  const { capacity } = tokens;
  const number = useRef<HTMLInputElement>(null);
  const meaningId = useGeneratedHtmlId({ prefix: 'throughputMeaning' });
  const save = () => {
    if (capacity === undefined) {
      number.current?.focus();
      return;
    }
    saveValue(step, 'capacity', capacity);
    onClose();
  };
  return (
    <PlanFlyout
      title={rowHeads.throughput.label}
      onSave={save}
      onClose={onClose}
      testSubj="throughputFlyout"
    >
      {type && <Presets type={type} tokens={tokens} />}
      <TokensSlider tokens={tokens} meaningId={meaningId} />
      <TokensNumber tokens={tokens} meaningId={meaningId} input={number} />
      {capacity !== undefined && (
        <>
          <Meaning id={meaningId} tokens={tokens.value} />
          <EuiSpacer size="m" />
          <Quota type={type} capacity={capacity} isUsed={false} />
        </>
      )}
      <LevelAnnouncement tokens={capacity === undefined ? undefined : tokens.value} />
      <EuiSpacer size="s" />
      <QuotaNotes step={step} type={type} />
    </PlanFlyout>
  );
}

function Presets({ type, tokens }: { type: DeploymentTypeOption; tokens: Tokens }) {
  const presets = capacityPresets(type);
  if (presets.length === 0) return null;
  return (
    <>
      <EuiFlexGroup
        gutterSize="s"
        responsive={false}
        wrap
        role="group"
        aria-label={i18n.translate('azureOpenaiSetup.plan.throughput.presets', {
          defaultMessage: 'Suggested values',
        })}
      >
        {presets.map((preset) => (
          <EuiButton
            key={preset.id}
            size="s"
            color={tokens.value === preset.tokens ? 'primary' : 'text'}
            iconType={tokens.value === preset.tokens ? 'check' : undefined}
            isSelected={tokens.value === preset.tokens}
            onClick={() => tokens.set(String(preset.tokens))}
            data-test-subj={`throughputPreset-${preset.id}`}
          >
            {presetText[preset.id](preset.tokens)}
          </EuiButton>
        ))}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}

interface InputProps {
  tokens: Tokens;
  meaningId: string;
}

function TokensSlider({ tokens, meaningId }: InputProps): ReactElement | null {
  const { value, range } = tokens;
  const { minimum, largest, step } = range;
  if (largest === undefined || largest <= minimum) return null;
  const shown = Math.min(Math.max(value, minimum), largest);
  return (
    <>
      <EuiRange
        fullWidth
        min={minimum}
        max={largest}
        step={step}
        value={shown}
        onChange={(event) => tokens.set(event.currentTarget.value)}
        aria-label={fieldText.capacity.label}
        aria-valuetext={formatTokens(shown)}
        aria-describedby={meaningId}
        data-test-subj="capacityRange"
      />
      <EuiSpacer size="s" />
    </>
  );
}

function TokensNumber(props: InputProps & { input: RefObject<HTMLInputElement> }): ReactElement {
  const { tokens, meaningId, input } = props;
  const { range, text, capacity } = tokens;
  const isInvalid = capacity === undefined;
  const rule = rangeText(range);
  return (
    <EuiFormRow
      label={fieldText.capacity.label}
      helpText={isInvalid ? undefined : rule}
      isInvalid={isInvalid}
      error={rule}
      describedByIds={[meaningId]}
    >
      <EuiFieldNumber
        inputRef={input}
        min={range.minimum}
        max={range.largest}
        step={range.step}
        value={text}
        onChange={(event) => tokens.set(event.target.value)}
        isInvalid={isInvalid}
        data-test-subj="capacityNumber"
      />
    </EuiFormRow>
  );
}

const signs = {
  tight: { color: 'danger', icon: 'error' },
  few: { color: 'warning', icon: 'warning' },
  ample: { color: 'success', icon: 'checkCircle' },
} as const;

function Meaning({ id, tokens }: { id: string; tokens: number }): ReactElement {
  const level = levelOf(tokens);
  const { color, icon } = signs[level];
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText id={id} size="s" data-test-subj="capacityMeaning" data-level={level}>
        <p>
          <EuiIcon type={icon} color={color} aria-hidden={true} /> {levelText(tokens)}
        </p>
      </EuiText>
    </>
  );
}
