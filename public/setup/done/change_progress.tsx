import { EuiIcon, EuiLoadingSpinner, EuiSkeletonText, EuiText } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { formatTokens, tokensPerMinute } from '../../../common/words/format';
import { sizeText } from '../../../common/words/size_text';
import { problemOf } from '../../api/http_problem';
import { useResumeRun } from '../../api/mutations';
import { useRun } from '../../api/queries';
import { useAnnounce, usePageActions } from '../screen/page_actions';
import { PageProblem } from '../screen/page_problem';
import type { Retry } from '../../shared/retry_button';

/** No buttons to setup fields, because the form has its own field. */
export const withoutField = ({ field: _field, ...problem }: Problem): Problem => problem;

interface ProgressProps {
  changeId: string;
  /** True if the change started or was still running during this visit. */
  isRecent: boolean;
  session: SignedIn | undefined;
}

/** The progress and the outcome of the change. */
export function ChangeProgress(props: ProgressProps): ReactElement | null {
  const { changeId, isRecent, session } = props;
  const { signInAgain } = usePageActions();
  const found = useRun(changeId);
  const resume = useResumeRun();
  const run = found.data?.run;
  const [seen, setSeen] = useState(isRecent);
  if (run && run.status !== 'finished' && !seen) setSeen(true);
  const done = run?.status === 'finished' && seen ? doneText(run) : undefined;
  useAnnounce(done ?? (run?.status === 'running' ? sizeText.working : ''));
  const again: Retry = {
    onClick: () =>
      session
        ? resume.mutate(() => ({
            params: { runId: changeId },
            body: { session: session.session },
          }))
        : signInAgain(),
    loading: resume.isPending,
    testSubj: 'changeSizeResume',
  };
  const lookAgain: Retry = { onClick: () => void found.refetch(), testSubj: 'changeSizeLookAgain' };
  const stopped = run?.status === 'blocked' ? (problemOf(resume.error) ?? run.problem) : undefined;
  const lost = problemOf(found.error);
  if (stopped) return <PageProblem problem={withoutField(stopped)} retry={again} />;
  // Kibana stopped before the change started.
  if (lost?.code === 'run_not_found') return null;
  if (lost) return <PageProblem problem={withoutField(lost)} retry={lookAgain} />;
  if (!run) return <EuiSkeletonText lines={1} />;
  if (done) {
    return (
      <EuiText size="s" data-test-subj="changeSizeDone">
        <p>
          <EuiIcon type="checkCircle" color="success" aria-hidden={true} /> {done}
        </p>
      </EuiText>
    );
  }
  if (run.status !== 'running') return null;
  return (
    <EuiText size="s">
      <p data-test-subj="changeSizeProgress">
        <EuiLoadingSpinner size="m" aria-hidden={true} /> {sizeText.working}
      </p>
    </EuiText>
  );
}

const doneText = ({ request, tokensPerUnit }: Run): string =>
  tokensPerUnit === undefined
    ? sizeText.changed
    : sizeText.done(formatTokens(tokensPerMinute(request.capacity, tokensPerUnit)));
