import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import { ProblemCallout } from '../../shared/problems/problem_callout';

/** A problem that does not stop the run, above what it is about. */
export const Warning = (props: { problem: Problem; note?: string }): ReactElement => (
  <>
    <ProblemCallout {...props} severity="warning" />
    <EuiSpacer size="m" />
  </>
);
