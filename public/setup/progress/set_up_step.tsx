import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import { resultOf } from '../../../common/steps';
import { isMoving } from '../../api/queries';
import { formatDuration } from '../../../common/words/format';
import { SetUpRows } from './set_up_rows';
import { statusOf, stepText } from '../../../common/words/step_text';
import { useNow } from '../../shared/use_now';
import { useAnnounce } from '../shell/page_actions';
import { needsSignIn, PageProblem } from '../shell/page_problem';

export interface SetUpStepProps {
  run: Run;
  resume: { onClick(): void; loading: boolean; problem?: Problem };
  /** Confirms, as before the first removal, and removes the rest. */
  removeAgain(): void;
  /** The last read of the run failed: the shown state can be old. */
  lost?: Problem;
}

/** The current state in one line. */
function liveLine({ status, steps, problem }: Run): string {
  const running = steps.find((line) => line.status === 'running');
  if (status === 'undoing' && problem) {
    return i18n.translate('azureOpenaiSetup.wizard.setUp.undoStopped', {
      defaultMessage:
        'The removal has stopped. The remaining resources stay until you remove them.',
    });
  }
  if (status === 'undoing') {
    return i18n.translate('azureOpenaiSetup.wizard.setUp.undoing', {
      defaultMessage: 'Removing what this setup created.',
    });
  }
  if (status === 'undone') {
    return i18n.translate('azureOpenaiSetup.wizard.setUp.undone', {
      defaultMessage: 'Everything that this setup created was removed.',
    });
  }
  if (status === 'blocked') {
    return i18n.translate('azureOpenaiSetup.wizard.setUp.blocked', {
      defaultMessage: 'Setup has stopped. Everything created so far stays.',
    });
  }
  if (running) return stepText[running.step].working;
  return i18n.translate('azureOpenaiSetup.wizard.setUp.starting', {
    defaultMessage: 'Kibana starts the next step.',
  });
}

const announcement = (run: Run): string => {
  if (!isMoving(run)) return liveLine(run);
  const line = run.steps.filter(({ status }) => status !== 'pending').at(-1);
  if (!line) return '';
  return i18n.translate('azureOpenaiSetup.wizard.setUp.announcement', {
    defaultMessage: '{step}: {status}',
    values: { step: stepText[line.step].title, status: statusOf(line) },
  });
};

/** A setup under way. */
export function SetUpStep({ run, resume, removeAgain, lost }: SetUpStepProps): ReactElement {
  const moving = isMoving(run);
  const now = useNow(moving);
  const end = run.finishedAt ? Date.parse(run.finishedAt) : now;
  useAnnounce(announcement(run));
  const stopped = moving ? undefined : run.problem;
  const undone = run.status === 'undoing' || run.status === 'undone';
  const shown = undone ? run.steps.filter(({ step }) => resultOf(step) !== 'nothing') : run.steps;
  const inRow = run.steps.some(({ status, problem }) => status === 'failed' && problem);
  const retry =
    stopped && !needsSignIn(stopped)
      ? undone
        ? { onClick: removeAgain, testSubj: 'removeAgain' }
        : { onClick: resume.onClick, loading: resume.loading, testSubj: 'resumeButton' }
      : undefined;
  return (
    <>
      <EuiText size="s">
        <p data-test-subj="runLive" data-status={run.status}>
          {liveLine(run)}
        </p>
      </EuiText>
      <SetUpRows steps={shown} creating={!undone} now={now} retry={retry} />
      {stopped && !inRow && (
        <div data-test-subj="runProblem">
          <PageProblem problem={stopped} retry={retry} />
        </div>
      )}
      {resume.problem && <Apart problem={resume.problem} />}
      {lost && <Apart problem={lost} />}
      <EuiSpacer size="s" />
      {moving && (
        <EuiText size="s" color="subdued">
          <p>
            {undone
              ? i18n.translate('azureOpenaiSetup.wizard.setUp.leaveUndo', {
                  defaultMessage: 'You can leave this page; the removal continues.',
                })
              : i18n.translate('azureOpenaiSetup.wizard.setUp.total', {
                  defaultMessage: '{elapsed} so far. You can leave this page; setup continues.',
                  values: { elapsed: formatDuration(Math.max(0, end - Date.parse(run.startedAt))) },
                })}
          </p>
        </EuiText>
      )}
    </>
  );
}

function Apart({ problem }: { problem: Problem }): ReactElement {
  return (
    <>
      <EuiSpacer size="m" />
      <PageProblem problem={problem} />
    </>
  );
}
