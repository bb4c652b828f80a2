import { EuiButton, EuiFlexGroup, EuiProgress, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Run } from '../../../common/run';
import { progressText } from '../../../common/words/progress_text';
import { connectAnother } from '../../setups/setups_text';
import { isRemoval, isSlow, longestMinutes, type Progress, type Row } from './run_progress';
import { formatClock } from '../../shared/time_left';

/** The expected duration of a slow step. */
export const slowText = (row: Row): string => progressText[row.line.step].slow(longestMinutes(row));

/** The progress of a run, and the expected and elapsed time of a slow step. */
export function RunStatus({ run, progress }: { run: Run; progress: Progress }): ReactElement {
  const { done, total, share, current } = progress;
  const values = { done, total };
  const counted = isRemoval(run)
    ? i18n.translate('azureOpenaiSetup.progress.countDeleted', {
        defaultMessage: '{done} of {total, plural, one {# resource} other {# resources}} deleted',
        values,
      })
    : i18n.translate('azureOpenaiSetup.progress.countSteps', {
        defaultMessage: '{done} of {total, plural, one {# step} other {# steps}}',
        values,
      });
  return (
    <>
      <div
        role="progressbar"
        aria-label={i18n.translate('azureOpenaiSetup.progress.label', {
          defaultMessage: 'Progress',
        })}
        aria-valuenow={Math.round(100 * share)}
        aria-valuetext={counted}
        data-test-subj="runProgress"
      >
        {/* It has a live region of its own, which would speak once a second. */}
        <div aria-hidden={true} css={{ '& .euiProgress__valueText': { marginInline: '0 auto' } }}>
          <EuiProgress value={100 * share} max={100} size="m" color="primary" valueText={counted} />
        </div>
      </div>
      {current && !isRemoval(run) && isSlow(current) && <SlowStep row={current} />}
    </>
  );
}

function SlowStep({ row }: { row: Row }): ReactElement {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p data-test-subj="runSlow">
          {i18n.translate('azureOpenaiSetup.progress.slow', {
            defaultMessage: '{sentence} {elapsed} elapsed.',
            values: { sentence: slowText(row), elapsed: formatClock(row.elapsed ?? 0) },
          })}
        </p>
      </EuiText>
    </>
  );
}

interface RunEndProps {
  /** Present if undo has kept something that the run created. */
  onDeleteRest?: () => void;
  onAnother(): void;
}

/** The actions after a removal. */
export function RunEnd({ onDeleteRest, onAnother }: RunEndProps): ReactElement {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {onDeleteRest && (
        <EuiButton size="s" fill color="danger" onClick={onDeleteRest} data-test-subj="removeRest">
          {i18n.translate('azureOpenaiSetup.progress.deleteRest', {
            defaultMessage: 'Delete the rest',
          })}
        </EuiButton>
      )}
      <EuiButton
        size="s"
        fill={!onDeleteRest}
        onClick={() => onAnother()}
        data-test-subj="setUpAnother"
      >
        {connectAnother}
      </EuiButton>
    </EuiFlexGroup>
  );
}
