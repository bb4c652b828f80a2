import { EuiIcon } from '@elastic/eui';
import type { ReactElement } from 'react';
import { targetReasonText } from '../../../common/words/target_words';
import type { FormStepProps } from '../form/form_step';
import { useTargetAdvice } from './target_facts';
import { targetText } from './target_text';

/** Why the plan has this target, or why it can't work here, in one sentence. */
export function TargetReasonLine({ step }: { step: FormStepProps }): ReactElement | null {
  const { target } = step.request;
  const found = useTargetAdvice(step);
  if (!found) return null;
  const { refusals, cautions, preselected, reasons } = found.advice;
  const [refusal] = refusals[target];
  if (refusal) return <Line sign="error" text={targetReasonText(refusal)} />;
  if (target === preselected) return <Line text={targetReasonText(reasons[0])} />;
  const [caution] = target === 'connector' ? cautions.connector : cautions.inference_endpoint;
  if (caution) return <Line sign="warning" text={targetReasonText(caution)} />;
  return <Line text={targetText.meaning[target]} />;
}

interface LineProps {
  sign?: 'error' | 'warning';
  text: string;
}

function Line({ sign, text }: LineProps): ReactElement {
  return (
    <p data-test-subj="targetReason">
      {sign && (
        <EuiIcon type={sign} color={sign === 'error' ? 'danger' : 'warning'} aria-hidden={true} />
      )}{' '}
      {text}
    </p>
  );
}
