import { EuiBadge } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RunStatus, RunSummary } from '../../common/run';
import { isConnected } from './is_connected';
import { useSuccessColor } from '../shared/use_success_color';

const statusText: Record<RunStatus, string> = {
  running: i18n.translate('azureOpenaiSetup.setups.running', { defaultMessage: 'In progress' }),
  blocked: i18n.translate('azureOpenaiSetup.setups.blocked', { defaultMessage: 'Stopped' }),
  finished: i18n.translate('azureOpenaiSetup.setups.finished', { defaultMessage: 'Connected' }),
  undoing: i18n.translate('azureOpenaiSetup.setups.undoing', { defaultMessage: 'Being deleted' }),
  undone: i18n.translate('azureOpenaiSetup.setups.undone', { defaultMessage: 'Deleted' }),
};

const looks = {
  running: { color: 'primary', iconType: 'clock' },
  blocked: { color: 'danger', iconType: 'warning' },
  finished: { iconType: 'check' },
  undoing: { color: 'warning', iconType: 'trash' },
  undone: { color: 'hollow', iconType: 'cross' },
  incomplete: { color: 'warning', iconType: 'warning' },
} as const satisfies Record<RunStatus | 'incomplete', object>;

const notConnected = i18n.translate('azureOpenaiSetup.setups.notConnected', {
  defaultMessage: 'Not connected',
});

const partlyConnected = i18n.translate('azureOpenaiSetup.setups.partlyConnected', {
  defaultMessage: 'Partly connected',
});

const deletionStopped = i18n.translate('azureOpenaiSetup.setups.deletionStopped', {
  defaultMessage: 'Deletion stopped',
});

export function SetupStatus({ run }: { run: RunSummary }): ReactElement {
  const { status, isStopped, missingTargets } = run;
  const good = useSuccessColor();
  if (status === 'undoing' && isStopped)
    return <EuiBadge {...looks.blocked}>{deletionStopped}</EuiBadge>;
  if (missingTargets) {
    return (
      <EuiBadge {...looks.incomplete}>{isConnected(run) ? partlyConnected : notConnected}</EuiBadge>
    );
  }
  return (
    <EuiBadge {...(status === 'finished' && { color: good })} {...looks[status]}>
      {statusText[status]}
    </EuiBadge>
  );
}
