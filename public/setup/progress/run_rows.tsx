import { EuiIcon, EuiLink, EuiLoadingSpinner, EuiPanel, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { RunStep, RunStepStatus } from '../../../common/run';
import { factsOf } from '../../../common/steps';
import { formatDateTime, formatDuration } from '../../../common/words/format';
import { progressText } from '../../../common/words/progress_text';
import { problemText } from '../../../common/words/problems/problem_text';
import { statusOf, stepText } from '../../../common/words/step_text';
import type { Progress, Row } from './run_progress';
import { TimelineBar } from './timeline_bar';

/** Below this width, each row has two lines. */
const narrow = '@container (max-width: 640px)';

interface RunRowsProps {
  progress: Progress;
  removal: boolean;
  /** The problem that is shown above the rows. */
  said?: Problem;
}

/** The steps of a run: status, name, and time on a common axis. */
export function RunRows({ progress, removal, said }: RunRowsProps): ReactElement {
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="none" css={{ containerType: 'inline-size' }}>
      <ol css={{ listStyle: 'none', margin: 0, padding: 0 }} data-test-subj="runRows">
        {progress.rows.map((row) => (
          <RunRow
            key={row.line.step}
            row={row}
            length={progress.length}
            removal={removal}
            said={said}
          />
        ))}
      </ol>
    </EuiPanel>
  );
}

interface RunRowProps extends Omit<RunRowsProps, 'progress'> {
  row: Row;
  length: number;
}

function RunRow({ row, length, removal, said }: RunRowProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const { line, elapsed, bar } = row;
  const { size, colors, border } = euiTheme;
  return (
    <li
      css={{
        display: 'grid',
        gridTemplateColumns: `144px ${size.base} minmax(0, 1fr) minmax(0, 35%) 72px`,
        gridTemplateAreas: '"status icon name bar time"',
        alignItems: 'center',
        columnGap: size.m,
        rowGap: size.xs,
        padding: `${size.s} ${size.base}`,
        minBlockSize: size.xxl,
        '& + &': { borderTop: border.thin },
        [narrow]: {
          gridTemplateColumns: `${size.base} minmax(0, 1fr) auto`,
          gridTemplateAreas: '"icon name name" ". status time" ". bar bar"',
        },
      }}
      data-test-subj={`runRow-${line.step}`}
      data-status={line.status}
    >
      <EuiText size="xs" css={{ gridArea: 'status', display: 'flex', gap: size.s }}>
        <StatusIcon status={line.status} />
        <span css={{ minWidth: 0, overflowWrap: 'anywhere' }}>{wordOf(line, removal)}</span>
      </EuiText>
      <EuiIcon type={factsOf(line.step).icon} css={{ gridArea: 'icon' }} aria-hidden={true} />
      <EuiText
        size="s"
        css={{ gridArea: 'name', overflowWrap: 'anywhere' }}
        color={line.status === 'pending' ? 'subdued' : 'default'}
      >
        <RowName line={line} />
        {line.problem && line.problem.code !== said?.code && (
          <div css={{ color: colors.textSubdued }} data-test-subj="runWaiting">
            {problemText(line.problem).title}
          </div>
        )}
      </EuiText>
      <div css={{ gridArea: 'bar' }}>
        <TimelineBar bar={bar} length={length} status={line.status} />
      </div>
      <EuiText size="xs" color="subdued" textAlign="right" css={{ gridArea: 'time' }}>
        {elapsed !== undefined && (
          <span title={line.startedAt && formatDateTime(line.startedAt)}>
            {formatDuration(elapsed)}
          </span>
        )}
      </EuiText>
    </li>
  );
}

const icons = {
  pending: { type: 'clock', color: 'subdued' },
  done: { type: 'checkCircle', color: 'success' },
  failed: { type: 'error', color: 'danger' },
  removed: { type: 'trash', color: 'subdued' },
  kept: { type: 'lock', color: 'warning' },
} as const satisfies Record<Exclude<RunStepStatus, 'running'>, object>;

/** Decorative: the label has the same meaning. */
function StatusIcon({ status }: { status: RunStepStatus }): ReactElement {
  if (status === 'running') return <EuiLoadingSpinner size="m" aria-hidden={true} />;
  return <EuiIcon {...icons[status]} aria-hidden={true} />;
}

/** The status label. During undo, resources that the run did not create are not pending. */
function wordOf(line: RunStep, removal: boolean): string {
  const { status, outcome, problem } = line;
  if (!removal) return statusOf(line);
  if (status === 'pending' && outcome === 'reused') return statusOf({ ...line, status: 'kept' });
  if (status === 'kept' && !problem && outcome !== 'reused') {
    return i18n.translate('azureOpenaiSetup.progress.nothingToDelete', {
      defaultMessage: 'Nothing to delete',
    });
  }
  return statusOf(line);
}

/** The kind and the name of the created resource. */
function RowName({ line }: { line: RunStep }): ReactElement {
  const { step, name, portalUrl, status } = line;
  const { row } = progressText[step];
  if (row) return <>{row(name)}</>;
  return (
    <>
      {stepText[step].title}{' '}
      {portalUrl && status !== 'removed' ? (
        <EuiLink href={portalUrl} target="_blank" external data-test-subj={`runLink-${step}`}>
          {name}
        </EuiLink>
      ) : (
        <strong>{name}</strong>
      )}
    </>
  );
}
