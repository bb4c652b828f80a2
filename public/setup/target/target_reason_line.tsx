import { EuiButtonEmpty, EuiIcon } from '@elastic/eui';
import type { ReactElement } from 'react';
import { targetReasonText, targetButtonText } from '../../../common/words/target_text';
import { mainTargetOf } from '../../../common/targets/targets';
import type { FormStepProps } from '../form/form_step';
import { saveValue } from '../form/save_value';
import { useTargetAdvice } from './target_facts';
import { targetText } from './target_text';

/** Why the plan has this target, or why it can't work here, in one sentence. */
export function TargetReasonLine({ step }: { step: FormStepProps }): ReactElement | null {
  const { target } = step.request;
  const found = useTargetAdvice(step);
  if (!found) return null;
  const { advice, withKey } = found;
  const { refusals, cautions, preselected, reasons } = advice;
  const [refusal] = refusals[target];
  const other = refusals[preselected].length === 0 ? preselected : undefined;
  const change = other && {
    text: targetButtonText(other),
    use: () => saveValue(step, 'target', other),
  };
  const keyed = withKey && {
    text: targetButtonText(withKey.target, true),
    use: () => step.update(withKey),
  };
  if (refusal)
    return <Line sign="error" text={targetReasonText(refusal)} change={change ?? keyed} />;
  const [caution] = cautions[mainTargetOf({ target })];
  const isSolved = caution !== undefined && !cautions[preselected].includes(caution);
  const isPreselected = target === preselected;
  return (
    <>
      {isPreselected && <Line text={targetReasonText(reasons[0])} />}
      {caution && (
        <Line
          sign="warning"
          text={targetReasonText(caution)}
          {...(isSolved && { change })}
          testSubj="targetCaution"
        />
      )}
      {!isPreselected && !caution && <Line text={targetText.meaning[target]} />}
    </>
  );
}

interface LineProps {
  sign?: 'error' | 'warning';
  text: string;
  /** The button that switches to the recommended target. */
  change?: { text: string; use(): void } | undefined;
  testSubj?: string;
}

function Line({ sign, text, change, testSubj = 'targetReason' }: LineProps): ReactElement {
  return (
    <p data-test-subj={testSubj}>
      {sign && (
        <EuiIcon type={sign} color={sign === 'error' ? 'danger' : 'warning'} aria-hidden={true} />
      )}{' '}
      {text}{' '}
      {change && (
        <EuiButtonEmpty
          size="xs"
          flush="both"
          onClick={change.use}
          data-test-subj="useFittingTarget"
        >
          {change.text}
        </EuiButtonEmpty>
      )}
    </p>
  );
}
