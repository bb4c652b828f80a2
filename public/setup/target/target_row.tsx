import { EuiText } from '@elastic/eui';
import { Suspense, type ReactElement } from 'react';
import { targetName } from '../../../common/words/target_names';
import { lazyPart } from '../../shared/lazy_part';
import { PlanRow } from '../plan/rows/plan_row';
import { rowHeads } from '../plan/rows/row_heads';
import { useRowFlyout, type RowProps } from '../plan/rows/use_row_flyout';

const TargetReasonLine = lazyPart(
  async () => (await import('./target_reason_line')).TargetReasonLine,
);
const TargetFlyout = lazyPart(async () => (await import('./target_flyout')).TargetFlyout);

const targetFields = ['target'] as const;

/** What Kibana's assistants will use to call the model, and why. */
export function TargetRow({ field, onFieldOpened, ...step }: RowProps): ReactElement {
  const { isOpen, open, close } = useRowFlyout({ field, onFieldOpened }, targetFields);
  return (
    <>
      <PlanRow {...rowHeads.target} value={targetName(step.request.target)} onChange={open}>
        {/* Two lines from the start, so that nothing moves when the reason arrives. */}
        <EuiText size="xs" color="subdued" css={{ minBlockSize: '3em' }}>
          <Suspense fallback={null}>
            <TargetReasonLine step={step} />
          </Suspense>
        </EuiText>
      </PlanRow>
      {isOpen && (
        <Suspense fallback={null}>
          <TargetFlyout step={step} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
