import { EuiIcon, EuiLink, EuiLoadingSpinner, EuiSpacer, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RunStep, RunStepStatus } from '../../../common/run';
import { problemText } from '../../../common/words/problems/problem_text';
import { formatDateTime, formatDuration } from '../../../common/words/format';
import { statusOf, stepText } from '../../../common/words/step_text';
import { PageProblem, type Retry } from '../shell/page_problem';

interface SetUpRowsProps {
  steps: readonly RunStep[];
  /** False during removal, for which the usual times of creation say nothing. */
  creating: boolean;
  now: number;
  retry?: Retry;
}

/** The rows of a run: status, elapsed time, and the problem where it happened. */
export function SetUpRows({ steps, creating, now, retry }: SetUpRowsProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const row = {
    display: 'flex',
    gap: euiTheme.size.s,
    padding: `${euiTheme.size.s} 0`,
    '& + &': { borderTop: euiTheme.border.thin },
  };
  return (
    <ol css={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {steps.map((line) => (
        <li
          key={line.step}
          css={row}
          data-test-subj={`runRow-${line.step}`}
          data-status={line.status}
        >
          <StatusIcon status={line.status} />
          <div css={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            <RowText line={line} creating={creating} now={now} />
            {line.problem && <RowProblem line={line} problem={line.problem} retry={retry} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

const icons = {
  pending: { type: 'clock', color: 'subdued' },
  done: { type: 'checkCircle', color: 'success' },
  failed: { type: 'error', color: 'danger' },
  removed: { type: 'trash', color: 'subdued' },
  kept: { type: 'lock', color: 'warning' },
} as const satisfies Record<Exclude<RunStepStatus, 'running'>, object>;

/** The word beside it says the same. */
function StatusIcon({ status }: { status: RunStepStatus }): ReactElement {
  if (status === 'running') return <EuiLoadingSpinner size="m" />;
  return <EuiIcon {...icons[status]} aria-hidden={true} />;
}

/** The duration of a step so far. The clocks of server and browser can differ. */
function elapsedOf({ startedAt, finishedAt, status }: RunStep, now: number): number | undefined {
  if (!startedAt || (!finishedAt && status !== 'running')) return undefined;
  return Math.max(0, (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt));
}

type RowTextProps = Pick<SetUpRowsProps, 'creating' | 'now'> & { line: RunStep };

function RowText({ line, creating, now }: RowTextProps): ReactElement {
  const { step, name, status, portalUrl, startedAt } = line;
  const elapsed = elapsedOf(line, now);
  return (
    <EuiText size="s">
      {stepText[step].title} <strong>{name}</strong> · <span>{statusOf(line)}</span>
      {elapsed !== undefined && (
        <span title={startedAt && formatDateTime(startedAt)}> · {formatDuration(elapsed)}</span>
      )}
      {creating && (status === 'running' || status === 'pending') && (
        <EuiText size="xs" color="subdued" component="span">
          {' · '}
          {stepText[step].usually}
        </EuiText>
      )}
      {portalUrl && status !== 'removed' && (
        <>
          {' '}
          <EuiLink href={portalUrl} target="_blank" external data-test-subj={`runLink-${step}`}>
            {i18n.translate('azureOpenaiSetup.wizard.setUp.portal', {
              defaultMessage: 'Azure portal',
            })}
          </EuiLink>
        </>
      )}
    </EuiText>
  );
}

interface RowProblemProps {
  line: RunStep;
  problem: NonNullable<RunStep['problem']>;
  retry?: Retry;
}

/** A step that waits says why in one quiet line; one that stopped says what to do. */
function RowProblem({ line, problem, retry }: RowProblemProps): ReactElement {
  if (line.status === 'running' || line.status === 'pending') {
    return (
      <EuiText size="s" color="subdued" data-test-subj="runWaiting">
        {problemText(problem).title}
      </EuiText>
    );
  }
  return (
    <>
      <EuiSpacer size="s" />
      <div data-test-subj="runProblem">
        <PageProblem problem={problem} retry={line.status === 'failed' ? retry : undefined} />
      </div>
    </>
  );
}
