import {
  EuiButton,
  EuiButtonEmpty,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSkeletonText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useUndoRun } from '../../api/mutations';
import { useRemovals } from '../../api/queries';
import { PageProblem } from '../screen/page_problem';
import { inFlight, RemovalList } from './removal_list';
import { actionText } from './run_footer';

const text = {
  cancelTitle: i18n.translate('azureOpenaiSetup.undo.cancelTitle', {
    defaultMessage: 'Cancel setup?',
  }),
  deleteTitle: i18n.translate('azureOpenaiSetup.undo.deleteTitle', {
    defaultMessage: 'Delete created resources?',
  }),
  keepRunning: i18n.translate('azureOpenaiSetup.undo.keepRunning', {
    defaultMessage: 'Keep running in background',
  }),
  cancelAndDelete: i18n.translate('azureOpenaiSetup.undo.cancelAndDelete', {
    defaultMessage: 'Cancel and delete resources',
  }),
  finish: i18n.translate('azureOpenaiSetup.undo.finish', { defaultMessage: 'Finish deletion' }),
  keep: i18n.translate('azureOpenaiSetup.undo.keep', { defaultMessage: 'Keep resources' }),
  delete: i18n.translate('azureOpenaiSetup.undo.delete', { defaultMessage: 'Delete resources' }),
  close: i18n.translate('azureOpenaiSetup.undo.close', { defaultMessage: 'Close' }),
};

function confirmText(isRunning: boolean, deletes: boolean): string {
  if (isRunning) return deletes ? text.cancelAndDelete : actionText.cancel;
  return deletes ? text.delete : text.finish;
}

interface UndoModalProps {
  run: Run;
  /** Undo needs Azure: without a session, it asks for a sign-in. */
  session?: SignedIn;
  /** Present while the run continues: closes the view only. */
  onStopWatching?: () => void;
  onClose(): void;
}

const signInFirst: Problem = { code: 'session_expired' };

/** Confirms the removal, and lists the resources. */
export function UndoModal(props: UndoModalProps): ReactElement {
  const { session, onStopWatching, onClose } = props;
  const titleId = useGeneratedHtmlId({ prefix: 'undoTitle' });
  return (
    <EuiModal onClose={onClose} aria-labelledby={titleId} data-test-subj="undoModal">
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          {onStopWatching ? text.cancelTitle : text.deleteTitle}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      {session ? (
        <UndoBody {...props} session={session} />
      ) : (
        <EuiModalBody>
          <PageProblem problem={signInFirst} main />
        </EuiModalBody>
      )}
    </EuiModal>
  );
}

function UndoBody(props: UndoModalProps & { session: SignedIn }): ReactElement {
  const { run, session, onStopWatching, onClose } = props;
  const found = useRemovals(session, run);
  const undo = useUndoRun();
  const problem = problemOf(undo.error) ?? problemOf(found.error);
  const removals = found.data?.removals;
  const creating = removals && inFlight(run, removals);
  const deleted = [
    ...(removals?.filter(({ kept }) => !kept) ?? []),
    ...(creating ? [creating] : []),
  ];
  const remove = () =>
    undo.mutate(
      () => ({
        params: { runId: run.runId },
        body: {
          session: session.session,
          dryRun: false,
          confirmed: deleted.map(({ step }) => step),
        },
      }),
      { onSuccess: () => onClose(), onError: () => void found.refetch() },
    );
  // A stopped undo has to be finished even if nothing is left to delete.
  const canConfirm = onStopWatching || removals?.length !== 0 || run.status === 'undoing';
  return (
    <>
      <EuiModalBody>
        {problem && <PageProblem problem={problem} />}
        {removals && (
          <RemovalList removals={removals} creating={creating} modelName={run.request.modelName} />
        )}
        {!removals && !problem && <EuiSkeletonText lines={4} />}
      </EuiModalBody>
      <EuiModalFooter css={{ flexWrap: 'wrap', '&& > *': { flex: '1 0 auto' } }}>
        <EuiButtonEmpty
          onClick={() => (onStopWatching ?? onClose)()}
          data-test-subj={onStopWatching ? 'stopWatching' : 'undoCancel'}
        >
          {onStopWatching ? text.keepRunning : removals?.length === 0 ? text.close : text.keep}
        </EuiButtonEmpty>
        {canConfirm && (
          <EuiButton
            fill
            color="danger"
            isDisabled={!removals}
            isLoading={undo.isPending}
            onClick={remove}
            data-test-subj="undoConfirm"
          >
            {confirmText(onStopWatching !== undefined, deleted.length > 0 || !removals)}
          </EuiButton>
        )}
      </EuiModalFooter>
    </>
  );
}
