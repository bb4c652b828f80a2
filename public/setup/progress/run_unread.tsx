import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import { problemText } from '../../../common/words/problems/problem_text';
import { PageProblem } from '../screen/page_problem';
import { Screen } from '../screen/screen';

export const unreadTitle = i18n.translate('azureOpenaiSetup.progress.unread', {
  defaultMessage: 'Create and test',
});

interface RunUnreadProps {
  problem: Problem;
  onRetry(): void;
  onNew(): void;
}

/** Shown for a run that could not be read or does not exist. */
export function RunUnread({ problem, onRetry, onNew }: RunUnreadProps): ReactElement {
  if (problem.code !== 'run_not_found') {
    return (
      <Screen title={unreadTitle}>
        <PageProblem problem={problem} main retry={{ onClick: onRetry, testSubj: 'runTryAgain' }} />
      </Screen>
    );
  }
  const { title, cause } = problemText(problem);
  return (
    <Screen title={title}>
      <div data-test-subj="runNotFound">
        <EuiText size="s">
          <p>{cause}</p>
        </EuiText>
        <EuiSpacer size="m" />
        <EuiButton fill onClick={() => onNew()} data-test-subj="startNewSetup">
          {i18n.translate('azureOpenaiSetup.header.newSetup', {
            defaultMessage: 'Start a new setup',
          })}
        </EuiButton>
      </div>
    </Screen>
  );
}
