import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Probe } from '../../../common/run';
import { ProblemCallout } from '../../shared/problem_callout';
import { useSuccessColor } from '../../shared/use_success_color';
import { doneText } from './done_text';

/** The capabilities that the assistants need, tested through the connector. */
export function DoneProbes({ probes }: { probes: readonly Probe[] }): ReactElement {
  const good = useSuccessColor();
  const tried = [{ probe: 'answers', status: 'pass' } as const, ...probes];
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {tried.map(({ probe, status }) => (
          <EuiFlexItem key={probe} grow={false}>
            <EuiBadge
              color={status === 'pass' ? good : 'warning'}
              iconType={status === 'pass' ? 'check' : 'warning'}
              data-test-subj={`probe-${probe}`}
              data-status={status}
            >
              {status === 'pass' ? doneText.probes[probe] : doneText.failed(doneText.probes[probe])}
            </EuiBadge>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      {probes.map(
        ({ probe, status, problem }) =>
          status === 'fail' && (
            <div key={probe}>
              <EuiSpacer size="s" />
              <ProblemCallout
                problem={problem ?? { code: 'unexpected' }}
                severity="warning"
                announce={false}
              />
            </div>
          ),
      )}
    </>
  );
}
