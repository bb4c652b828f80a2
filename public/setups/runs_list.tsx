import { EuiBadge, EuiLink, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RunStatus, RunSummary } from '../../common/run';
import { appId } from '../locator';
import { useCore } from '../api/core_context';
import { useRuns } from '../api/queries';
import { formatDateTime, formatRelative, modelTitle } from '../../common/words/format';
import { onPlainClick } from '../shared/plain_click';
import { useNow } from '../shared/use_now';

const statusText: Record<RunStatus, string> = {
  running: i18n.translate('azureOpenaiSetup.wizard.runs.running', { defaultMessage: 'Running' }),
  blocked: i18n.translate('azureOpenaiSetup.wizard.runs.blocked', {
    defaultMessage: 'Stopped by a problem',
  }),
  finished: i18n.translate('azureOpenaiSetup.wizard.runs.finished', { defaultMessage: 'Finished' }),
  undoing: i18n.translate('azureOpenaiSetup.wizard.runs.undoing', {
    defaultMessage: 'Being removed',
  }),
  undone: i18n.translate('azureOpenaiSetup.wizard.runs.undone', { defaultMessage: 'Removed' }),
};

/** Not `success`: in the oldest EUI its text has too little contrast. */
const statusColor = {
  running: 'primary',
  blocked: 'danger',
  finished: 'default',
  undoing: 'warning',
  undone: 'hollow',
} as const satisfies Record<RunStatus, string>;

export function RunsList({ onOpenRun }: { onOpenRun?(runId: string): void }): ReactElement | null {
  const runs = (useRuns().data?.runs ?? []).filter(({ workflow }) => workflow === 'set_up');
  const now = useNow(false);
  if (runs.length === 0) return null;
  return (
    <>
      <EuiSpacer size="l" />
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('azureOpenaiSetup.wizard.runs.title', {
            defaultMessage: 'Earlier setups',
          })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <ul data-test-subj="earlierSetups">
          {runs.map((run) => (
            <li key={run.runId}>
              <RunLine run={run} now={now} onOpen={onOpenRun && (() => onOpenRun(run.runId))} />
            </li>
          ))}
        </ul>
      </EuiText>
    </>
  );
}

interface RunLineProps {
  run: RunSummary;
  now: number;
  onOpen?: () => void;
}

function RunLine({ run, now, onOpen }: RunLineProps): ReactElement {
  const path = `?run=${run.runId}`;
  const href = useCore().application.getUrlForApp(appId, { path });
  return (
    <>
      {onOpen ? (
        <EuiLink
          href={href}
          onClick={onPlainClick(onOpen)}
          data-test-subj={`earlierSetup-${run.runId}`}
        >
          {run.targetName}
        </EuiLink>
      ) : (
        run.targetName
      )}{' '}
      <EuiBadge color={statusColor[run.status]}>{statusText[run.status]}</EuiBadge>{' '}
      <span title={formatDateTime(run.startedAt)}>
        {i18n.translate('azureOpenaiSetup.wizard.runs.line', {
          defaultMessage: '{model}, {when}',
          values: { model: modelTitle(run.modelName), when: formatRelative(run.startedAt, now) },
        })}
      </span>
    </>
  );
}
