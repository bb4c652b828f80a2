import { EuiIcon, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { SignedIn } from '../../../common/sign_in';
import { tokensPerMinute } from '../../../common/words/format';
import { sizeText } from '../../../common/words/size_text';
import { problemOf } from '../../api/http_problem';
import { useResumeRun } from '../../api/mutations';
import { useRun } from '../../api/queries';
import { useAnnounce } from '../shell/page_actions';
import { PageProblem, type Retry } from '../shell/page_problem';

/** The form has its own field: the buttons that lead to fields of the setup stay away. */
export const withoutField = ({ field: _field, ...problem }: Problem): Problem => problem;

interface ProgressProps {
  changeId: string;
  tokensPerUnit: number;
  session: SignedIn;
}

/** The change under way, and how it ended. */
export function ChangeProgress({ changeId, tokensPerUnit, session }: ProgressProps): ReactElement {
  const found = useRun(changeId);
  const resume = useResumeRun();
  const run = found.data?.run;
  const done =
    run?.status === 'finished'
      ? sizeText.done(tokensPerMinute(run.request.capacity, tokensPerUnit))
      : undefined;
  useAnnounce(done ?? sizeText.working);
  const again: Retry = {
    onClick: () =>
      resume.mutate(() => ({ params: { runId: changeId }, body: { session: session.session } })),
    loading: resume.isPending,
    testSubj: 'changeSizeResume',
  };
  const lookAgain: Retry = { onClick: () => void found.refetch(), testSubj: 'changeSizeLookAgain' };
  const lost = problemOf(resume.error) ?? problemOf(found.error);
  if (run?.problem) return <PageProblem problem={withoutField(run.problem)} retry={again} />;
  if (lost) return <PageProblem problem={withoutField(lost)} retry={lookAgain} />;
  if (done) {
    return (
      <EuiText size="s" data-test-subj="changeSizeDone">
        <p>
          <EuiIcon type="checkCircle" color="success" aria-hidden={true} /> {done}
        </p>
      </EuiText>
    );
  }
  return (
    <EuiText size="s">
      <p data-test-subj="changeSizeProgress">
        <EuiLoadingSpinner size="m" aria-hidden={true} /> {sizeText.working}
      </p>
    </EuiText>
  );
}
