import { EuiSkeletonRectangle, EuiSkeletonText, EuiSpacer, useEuiTheme } from '@elastic/eui';
import { Fragment, type ReactElement } from 'react';
import { PlanRow } from '../plan_row/plan_row';
import { rowHeads } from '../plan_row/row_heads';

/** Placeholders for the rows of the plan, while Azure is being read. */
export function ReadingPlan(): ReactElement {
  const { size } = useEuiTheme().euiTheme;
  return (
    <div data-test-subj="planReading">
      {Object.entries(rowHeads).map(([id, head]) => (
        <Fragment key={id}>
          <PlanRow
            {...head}
            testSubj={`${head.testSubj}Reading`}
            value={<EuiSkeletonRectangle width={200} height={size.l} />}
          >
            <div css={{ minBlockSize: size.xxl }}>
              <EuiSkeletonText lines={2} size="xs" />
            </div>
          </PlanRow>
          <EuiSpacer size="s" />
        </Fragment>
      ))}
    </div>
  );
}
