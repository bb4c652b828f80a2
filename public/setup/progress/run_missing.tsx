import { EuiButton, EuiEmptyPrompt, EuiSkeletonText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import { problemText } from '../../../common/words/problems/problem_text';
import { PageProblem } from '../shell/page_problem';

interface RunMissingProps {
  problem?: Problem;
  onRetry(): void;
  onNew(): void;
}

/** Shown instead of a run that is being read, could not be read, or does not exist. */
export function RunMissing({ problem, onRetry, onNew }: RunMissingProps): ReactElement {
  if (!problem) return <EuiSkeletonText lines={8} />;
  if (problem.code !== 'run_not_found') {
    const retry = { onClick: onRetry, testSubj: 'runTryAgain' };
    return <PageProblem problem={problem} retry={retry} />;
  }
  const { title, cause } = problemText(problem);
  return (
    <EuiEmptyPrompt
      iconType="document"
      title={<h3>{title}</h3>}
      body={<p>{cause}</p>}
      actions={
        <EuiButton fill onClick={() => onNew()} data-test-subj="startNewSetup">
          {i18n.translate('azureOpenaiSetup.wizard.newSetup', {
            defaultMessage: 'Start a new setup',
          })}
        </EuiButton>
      }
      data-test-subj="runNotFound"
    />
  );
}
