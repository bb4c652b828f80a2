import {
  EuiButtonEmpty,
  EuiSpacer,
  EuiStepNumber,
  EuiText,
  EuiTitle,
  useEuiTheme,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useKeptFocus } from './use_kept_focus';
import { stepIds, stepTitles, type WizardStepId } from './step_ids';

export type FrameState = 'done' | 'current' | 'later' | 'stopped';

interface StepFrameProps {
  step: WizardStepId;
  state: FrameState;
  /** The step in one line, while it is folded. */
  facts?: string;
  onEdit?: () => void;
  /** Set when the step opens because the person moved on, not because the page loaded. */
  takeFocus: boolean;
  children?: ReactNode;
}

const numberStatus = {
  done: 'complete',
  current: 'current',
  later: 'incomplete',
  stopped: 'danger',
} as const satisfies Record<FrameState, string>;

/** One step: folded to a line of facts, or open. */
export function StepFrame(props: StepFrameProps): ReactElement {
  const { step, state, facts, onEdit, takeFocus, children } = props;
  const { euiTheme } = useEuiTheme();
  const heading = useRef<HTMLHeadingElement>(null);
  const frame = useRef<HTMLLIElement>(null);
  useKeptFocus(frame, heading);
  const open = state === 'current' || state === 'stopped';
  useEffect(() => {
    if (open && takeFocus) heading.current?.focus();
  }, [open, takeFocus]);
  return (
    <li
      ref={frame}
      css={{ display: 'flex', gap: euiTheme.size.m, paddingBottom: euiTheme.size.l }}
      aria-current={open ? 'step' : undefined}
      data-test-subj={`step-${step}`}
      data-state={state}
    >
      <EuiStepNumber
        titleSize="xs"
        number={stepIds.indexOf(step) + 1}
        status={numberStatus[state]}
      />
      <div css={{ flex: 1, minWidth: 0 }}>
        <div css={{ display: 'flex', flexWrap: 'wrap', gap: euiTheme.size.m }}>
          <EuiTitle size="xs">
            <h2
              ref={heading}
              tabIndex={-1}
              css={{
                scrollMarginTop: euiTheme.size.xxxl,
                ...(state === 'later' && { color: euiTheme.colors.textSubdued }),
              }}
            >
              {stepTitles[step]}
            </h2>
          </EuiTitle>
          {onEdit && <EditLink step={step} onEdit={onEdit} />}
        </div>
        {!open && facts && (
          <EuiText size="s" color={state === 'later' ? 'subdued' : 'default'}>
            <p css={{ overflowWrap: 'anywhere' }} data-test-subj={`facts-${step}`}>
              {facts}
            </p>
          </EuiText>
        )}
        {open && (
          <>
            <EuiSpacer size="m" />
            {children}
          </>
        )}
      </div>
    </li>
  );
}

function EditLink({ step, onEdit }: { step: WizardStepId; onEdit(): void }): ReactElement {
  return (
    <EuiButtonEmpty
      size="xs"
      onClick={() => onEdit()}
      aria-label={i18n.translate('azureOpenaiSetup.wizard.frame.editStep', {
        defaultMessage: 'Edit: {step}',
        values: { step: stepTitles[step] },
      })}
      data-test-subj={`editStep-${step}`}
    >
      {i18n.translate('azureOpenaiSetup.wizard.frame.edit', { defaultMessage: 'Edit' })}
    </EuiButtonEmpty>
  );
}
