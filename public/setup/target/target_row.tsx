import { EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { targetName } from '../../../common/words/target_names';
import { lazyPart } from '../../shared/lazy_part';
import type { FormStepProps } from '../form/form_step';
import { PlanRow } from '../plan_row/plan_row';
import { rowHeads } from '../plan_row/row_heads';
import { useRowFlyout } from '../plan_row/use_row_flyout';

const TargetReasonLine = lazyPart(
  async () => (await import('./target_reason_line')).TargetReasonLine,
);
const TargetFlyout = lazyPart(async () => (await import('./target_flyout')).TargetFlyout);

const targetFields = ['target'] as const;

/** The target through which Kibana's assistants will call the model, and the reason for it. */
export function TargetRow(step: FormStepProps): ReactElement {
  const { isOpen, open, close } = useRowFlyout(targetFields);
  return (
    <>
      <PlanRow {...rowHeads.target} value={targetName(step.request.target)} onChange={open}>
        {/* Two lines from the start, so that nothing moves when the reason arrives. */}
        <EuiText size="xs" color="subdued" css={{ minBlockSize: '3em' }}>
          <TargetReasonLine step={step} />
        </EuiText>
      </PlanRow>
      {isOpen && <TargetFlyout step={step} onClose={close} />}
    </>
  );
}
