import { EuiSkeletonText, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import { isMoving, type Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { problemText } from '../../../common/words/problems/problem_text';
import { useRemovals } from '../../api/queries';
import { lazyPart } from '../../shared/lazy_part';
import { usePageActions } from '../screen/page_actions';
import { PageProblem } from '../screen/page_problem';
import { Screen } from '../screen/screen';
import { DefaultModelUndone } from './default_model_undone';
import { Warning } from './warning';
import { RunFooter } from './run_footer';
import { headlineOf } from './run_headline';
import { isRemoval, isSlow, progressOf, type Progress } from './run_progress';
import { RunRows } from './run_rows';
import { RunEnd, RunStatus, slowText } from './run_status';
import { RunUnread, unreadTitle } from './run_unread';
import { formatLeft } from '../../shared/time_left';
import { useServerNow, useSteadyRun } from './use_steady_run';

const ApplicationForm = lazyPart(
  async () => (await import('../application/application_form')).ApplicationForm,
  <EuiSkeletonText lines={4} />,
);

interface ProgressScreenProps {
  /** Absent until the run has been read. */
  run?: Run;
  resume: { onClick(): void; loading: boolean; problem?: Problem };
  /** The session, for a run that needs the secret of its application. */
  session?: SignedIn;
  /** Continues the run with the session that contains the secret. */
  onApplicationUsed(session: string, applicationId: string): void;
  /** Asks again, then deletes the rest. */
  removeAgain(): void;
  /** Why the last read of the run failed; the shown state can be old or missing. */
  lost?: Problem;
  lookAgain(): void;
  onStop(): void;
  onAnother(): void;
  /** Opens the plan with the run's values. */
  onChangeValues(): void;
}

/** A run: its progress, its problem, or the result of its undo. */
export function ProgressScreen({ run, ...props }: ProgressScreenProps): ReactElement {
  if (run) return <ShownRun {...props} run={run} />;
  const { lost, lookAgain, onAnother } = props;
  if (!lost) {
    return (
      <Screen title={unreadTitle}>
        <EuiSkeletonText lines={8} />
      </Screen>
    );
  }
  return <RunUnread problem={lost} onRetry={lookAgain} onNew={onAnother} />;
}

function ShownRun(props: ProgressScreenProps & { run: Run }): ReactElement {
  const { run: read, lost, resume } = props;
  const run = useSteadyRun(read);
  const moving = isMoving(run);
  const progress = progressOf(run, useServerNow(run, moving));
  const { current, left } = progress;
  const headline = headlineOf(run, progress);
  const stoppedBy = problemOf(props);
  // The actions come before the rows, to be visible without scrolling.
  const isStopped = !moving && stoppedBy !== undefined;
  const isWaiting = moving && !isRemoval(run) && current !== undefined && isSlow(current);
  useAnnounceOnce(isWaiting ? slowText(current) : headline, run.status);
  return (
    <Screen title={headline} beside={left === undefined ? undefined : <TimeLeft left={left} />}>
      <div data-test-subj="runLive" data-status={run.status}>
        {lost && <Warning problem={lost} note={lostNote} />}
        {moving && resume.problem?.code === 'run_has_other_values' && (
          <Warning problem={resume.problem} />
        )}
        <RunTop {...props} run={run} progress={progress} />
        <EuiSpacer size="m" />
        {isRemoval(run) && <DefaultModelUndone run={run} />}
        {isStopped && (
          <>
            <RunFooter {...props} run={run} />
            <EuiSpacer size="s" />
          </>
        )}
        <RunRows progress={progress} removal={isRemoval(run)} said={stoppedBy} />
        {!isStopped && (
          <>
            <EuiSpacer size="s" />
            <RunFooter {...props} run={run} />
          </>
        )}
      </div>
    </Screen>
  );
}

/** Why the run has stopped; a failed resume is the newer reason. */
const problemOf = ({ run, resume }: ProgressScreenProps): Problem | undefined =>
  resume.problem ?? run?.problem;

const lostNote = i18n.translate('azureOpenaiSetup.progress.lost', {
  defaultMessage: 'This page shows the last known state and keeps trying.',
});

function TimeLeft({ left }: { left: number }): ReactElement {
  return (
    <EuiText size="s" color="subdued" data-test-subj="runTimeLeft">
      {formatLeft(left)}
    </EuiText>
  );
}

/**
 * Announces a text once per status, because two reads can briefly contradict each other.
 */
function useAnnounceOnce(text: string, status: Run['status']): void {
  const { announce } = usePageActions();
  const announced = useRef<{ status: Run['status']; texts: string[] }>({ status, texts: [] });
  useEffect(() => {
    if (announced.current.status !== status) announced.current = { status, texts: [] };
    if (announced.current.texts.includes(text)) return;
    announced.current.texts.push(text);
    announce(text);
  }, [announce, status, text]);
}

/** The most important part: the progress, the problem, or the resources that undo kept. */
function RunTop(
  props: ProgressScreenProps & { run: Run; progress: Progress },
): ReactElement | null {
  const { run, progress, resume, removeAgain } = props;
  if (isMoving(run)) return <RunStatus run={run} progress={progress} />;
  if (run.status === 'undone') return <Undone {...props} run={run} />;
  const problem = problemOf(props);
  if (!problem) return null;
  // The setup continues automatically after the sign-in.
  const application = isRemoval(run) ? undefined : applicationOf(props, problem);
  if (application) {
    return (
      <div data-test-subj="runProblem">
        <ApplicationForm {...application} stoppedBy={problem} loading={resume.loading} />
      </div>
    );
  }
  const shown = needsApplication(problem) ? withoutField(problem) : problem;
  const action = isRemoval(run)
    ? { instead: { onClick: removeAgain, text: continueDeleting, testSubj: 'removeRest' } }
    : {
        retry: {
          onClick: resume.onClick,
          loading: resume.loading,
          testSubj: 'resumeButton',
          ...(needsApplication(problem) && { text: signInFirst, iconType: 'user' }),
        },
      };
  return (
    <div data-test-subj="runProblem">
      <PageProblem problem={shown} main {...action} />
    </div>
  );
}

/** True if the secret of the run's application solves it. */
const needsApplication = ({ code }: Problem): boolean =>
  code === 'application_secret_missing' || code === 'application_token_refused';

/** The secret is entered here after the sign-in. */
const withoutField = ({ field: _field, ...problem }: Problem): Problem => problem;

/** The form for the secret of the run's application; undefined if it does not solve the problem. */
function applicationOf({ run, session, onApplicationUsed }: ProgressScreenProps, problem: Problem) {
  if (!needsApplication(problem) || !session) return undefined;
  return { session, onUsed: onApplicationUsed, applicationId: run?.request.applicationId };
}

const signInFirst = i18n.translate('azureOpenaiSetup.progress.signInFirst', {
  defaultMessage: 'Sign in to Azure first',
});

const continueDeleting = i18n.translate('azureOpenaiSetup.progress.continueDeleting', {
  defaultMessage: 'Continue deleting',
});

/** The end of a removal: why resources were kept, and another try if some of them can be deleted. */
function Undone(props: ProgressScreenProps & { run: Run }): ReactElement {
  const { run, session, removeAgain, onAnother } = props;
  const kept = run.steps.filter(({ status, problem }) => status === 'kept' && problem);
  const isAnythingLeft = kept.some(({ outcome }) => outcome === 'created');
  const found = useRemovals(isAnythingLeft ? session : undefined, run);
  const isDeletable =
    !session || found.isError || found.data?.removals.some((removal) => !removal.kept);
  return (
    <>
      <KeptProblems problems={kept.flatMap(({ problem }) => problem ?? [])} />
      <RunEnd
        onAnother={onAnother}
        {...(isAnythingLeft && isDeletable && { onDeleteRest: removeAgain })}
      />
    </>
  );
}

/** Each cause once, for example a lock on the resource group that affects all resources. */
function KeptProblems({ problems }: { problems: readonly Problem[] }): ReactElement {
  const distinct = new Map(problems.map((problem) => [problemText(problem).title, problem]));
  return (
    <>
      {[...distinct].map(([title, problem]) => (
        <div key={title} data-test-subj="runProblem">
          <Warning problem={problem} />
        </div>
      ))}
    </>
  );
}
