import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { isMoving, type Run } from '../../../common/run';
import { isCreation } from '../../../common/steps';
import { connectAnother } from '../../setups/setups_text';

const note = {
  running: i18n.translate('azureOpenaiSetup.progress.note.running', {
    defaultMessage: 'You can close this page. Setup continues in the background.',
  }),
  change: i18n.translate('azureOpenaiSetup.progress.note.change', {
    defaultMessage: 'You can close this page. The change continues in the background.',
  }),
  undoing: i18n.translate('azureOpenaiSetup.progress.note.undoing', {
    defaultMessage: 'You can close this page. Deletion continues in the background.',
  }),
  blocked: i18n.translate('azureOpenaiSetup.progress.note.blocked', {
    defaultMessage: 'Created resources were kept.',
  }),
  deletionStopped: i18n.translate('azureOpenaiSetup.progress.note.deletionStopped', {
    defaultMessage: 'The remaining resources are kept until you delete them.',
  }),
  undone: i18n.translate('azureOpenaiSetup.progress.note.undone', {
    defaultMessage: 'Resources that existed before setup were kept.',
  }),
};

/** Texts of the actions. */
export const actionText = {
  cancel: i18n.translate('azureOpenaiSetup.progress.cancel', { defaultMessage: 'Cancel setup' }),
  delete: i18n.translate('azureOpenaiSetup.progress.delete', {
    defaultMessage: 'Delete created resources',
  }),
  change: i18n.translate('azureOpenaiSetup.progress.changeValues', {
    defaultMessage: 'Change values',
  }),
};

/** True if the run creates deletable resources. */
const isSetup = ({ steps }: Run): boolean => steps.some(({ step }) => isCreation(step));

function noteOf(run: Run): string | undefined {
  switch (run.status) {
    case 'running':
      return isSetup(run) ? note.running : note.change;
    case 'undoing':
      return isMoving(run) ? note.undoing : note.deletionStopped;
    case 'blocked':
      return isSetup(run) ? note.blocked : undefined;
    case 'undone':
      return run.steps.some((line) => isCreation(line.step) && line.outcome === 'reused')
        ? note.undone
        : undefined;
    case 'finished':
      return undefined;
  }
}

interface RunFooterProps {
  run: Run;
  onStop(): void;
  onAnother(): void;
  onChangeValues(): void;
}

/** Notes that the page can be closed, with the actions that are not remedies. */
export function RunFooter({
  run,
  onStop,
  onAnother,
  onChangeValues,
}: RunFooterProps): ReactElement {
  const said = noteOf(run);
  const isStopped = run.status === 'blocked' || (run.status === 'undoing' && !isMoving(run));
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem css={{ minInlineSize: 'min(100%, 240px)' }}>
        {said && (
          <EuiText size="s" color="subdued">
            <p data-test-subj="runNote">{said}</p>
          </EuiText>
        )}
      </EuiFlexItem>
      {run.status === 'blocked' && isSetup(run) && (
        <Action onClick={onChangeValues} testSubj="changeValues">
          {actionText.change}
        </Action>
      )}
      {isStopped && (
        <Action onClick={onAnother} testSubj="setUpAnother">
          {connectAnother}
        </Action>
      )}
      {isSetup(run) && (run.status === 'running' || run.status === 'blocked') && (
        <Action onClick={onStop} testSubj="stopButton" danger>
          {run.status === 'running' ? actionText.cancel : actionText.delete}
        </Action>
      )}
    </EuiFlexGroup>
  );
}

interface ActionProps {
  onClick(): void;
  testSubj: string;
  danger?: boolean;
  children: string;
}

function Action({ onClick, testSubj, danger, children }: ActionProps): ReactElement {
  return (
    <EuiButtonEmpty
      size="s"
      color={danger ? 'danger' : 'primary'}
      onClick={() => onClick()}
      data-test-subj={testSubj}
    >
      {children}
    </EuiButtonEmpty>
  );
}
