import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import { ProblemCallout } from '../shared/problems/problem_callout';
import { RetryButton } from '../shared/retry_button';
import type { SetupActions } from './setup_actions';
import { SetupsTable } from './setups_table';
import { setupsTitle } from './setups_text';
import { useSetups, type Setups } from './use_setups';

interface SetupsSectionProps {
  setups: Setups;
  /** Absent for people with the read privilege only. */
  actions?: SetupActions;
  /** At the end of the heading's line. */
  beside?: ReactNode;
}

/** The person's setups below other content; renders nothing if there are none. */
export function SetupsSection({
  setups,
  actions,
  beside,
}: SetupsSectionProps): ReactElement | null {
  const { runs, problem, readAgain, isReading } = setups;
  if (runs.length === 0 && !problem) return null;
  return (
    <>
      <EuiSpacer size="xl" />
      <EuiFlexGroup alignItems="center" gutterSize="m" responsive={false} wrap>
        <EuiFlexItem css={{ minInlineSize: 'fit-content' }}>
          <EuiTitle size="xs">
            <h3>{setupsTitle}</h3>
          </EuiTitle>
        </EuiFlexItem>
        {beside}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {problem && (
        <ProblemCallout
          problem={problem}
          severity="warning"
          headingLevel="h4"
          actions={
            <RetryButton loading={isReading} onClick={readAgain} testSubj="setupsTryAgain" />
          }
        />
      )}
      {runs.length > 0 && <SetupsTable runs={runs} actions={actions} />}
    </>
  );
}

/** The same for people with the read privilege only. */
export const ReadOnlySetups = (): ReactElement => <SetupsSection setups={useSetups()} />;
