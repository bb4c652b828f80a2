import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Probe } from '../../../common/run';
import { byOneRemedy } from '../../shared/problems/one_callout';
import { ProblemCallout } from '../../shared/problems/problem_callout';
import { useSuccessColor } from '../../shared/use_success_color';
import { doneText } from './done_text';

const looks: Record<
  Probe['status'],
  { color: string; iconType: string; text(feature: string): string }
> = {
  pass: { color: 'success', iconType: 'check', text: (feature) => feature },
  fail: { color: 'warning', iconType: 'warning', text: doneText.failed },
  untested: { color: 'hollow', iconType: 'minus', text: doneText.untested },
};

/** The test results of the capabilities that the assistants need. */
export function DoneProbes({ probes }: { probes: readonly Probe[] }): ReactElement {
  const good = useSuccessColor();
  const tried = [{ probe: 'answers', status: 'pass' } as const, ...probes];
  const open = probes.flatMap(({ status, problem }): Problem[] =>
    status === 'pass' ? [] : [problem ?? { code: 'unexpected' }],
  );
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {tried.map(({ probe, status }) => (
          <EuiFlexItem key={probe} grow={false}>
            <EuiBadge
              color={status === 'pass' ? good : looks[status].color}
              iconType={looks[status].iconType}
              data-test-subj={`probe-${probe}`}
              data-status={status}
            >
              {looks[status].text(doneText.probes[probe])}
            </EuiBadge>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      {byOneRemedy(open).map((problem) => (
        <div key={open.indexOf(problem)}>
          <EuiSpacer size="s" />
          <ProblemCallout problem={problem} severity="warning" announce={false} />
        </div>
      ))}
    </>
  );
}
