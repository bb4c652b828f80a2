import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import { migrationText } from '../../common/words/migration_text';
import { problemOf } from '../api/http_problem';
import type { useMigration } from '../api/migration';
import { ProblemCallout } from '../shared/problems/problem_callout';
import { RetryButton } from '../shared/retry_button';

interface ConnectorsUnreadProps {
  found: ReturnType<typeof useMigration>;
}

/** Shown if the list of connectors could not be loaded, with a retry button. */
export function ConnectorsUnread({ found }: ConnectorsUnreadProps): ReactElement | null {
  const problem = found.data ? undefined : problemOf(found.error);
  if (!problem) return null;
  return (
    <>
      <EuiSpacer size="xl" />
      <ProblemCallout
        problem={problem}
        severity="warning"
        headingLevel="h3"
        announce={false}
        note={migrationText.unread}
        actions={
          <RetryButton
            loading={found.isFetching}
            onClick={() => void found.refetch()}
            testSubj="migrationTryAgain"
          />
        }
      />
    </>
  );
}
