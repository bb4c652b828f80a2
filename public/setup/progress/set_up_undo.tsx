import {
  EuiButton,
  EuiButtonEmpty,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSkeletonText,
  EuiSpacer,
  EuiText,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Removal } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useUndoRun } from '../../api/mutations';
import { useRemovals } from '../../api/queries';
import { problemText } from '../../../common/words/problems/problem_text';
import { stepText } from '../../../common/words/step_text';
import { PageProblem } from '../shell/page_problem';

interface UndoModalProps {
  runId: string;
  /** Undo needs Azure: without a sign-in it asks for one. */
  session?: SignedIn;
  /** Present while the run continues: leaves the view only. */
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
          {onStopWatching
            ? i18n.translate('azureOpenaiSetup.wizard.undo.stopTitle', {
                defaultMessage: 'Stop this setup?',
              })
            : i18n.translate('azureOpenaiSetup.wizard.undo.removeTitle', {
                defaultMessage: 'Remove what this setup created?',
              })}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      {session ? (
        <UndoBody {...props} session={session} />
      ) : (
        <EuiModalBody>
          <PageProblem problem={signInFirst} />
        </EuiModalBody>
      )}
    </EuiModal>
  );
}

function UndoBody(props: UndoModalProps & { session: SignedIn }): ReactElement {
  const { runId, session, onStopWatching, onClose } = props;
  const found = useRemovals(session, runId);
  const undo = useUndoRun();
  const problem = problemOf(undo.error) ?? problemOf(found.error);
  const removals = found.data?.removals;
  const remove = () =>
    undo.mutate(() => ({ params: { runId }, body: { session: session.session, dryRun: false } }), {
      onSuccess: () => onClose(),
    });
  return (
    <>
      <EuiModalBody>
        {onStopWatching && <LeaveHint />}
        {problem && <PageProblem problem={problem} />}
        {!problem && (removals ? <Removals removals={removals} /> : <EuiSkeletonText lines={4} />)}
      </EuiModalBody>
      <EuiModalFooter css={{ flexWrap: 'wrap', '&& > *': { flex: '1 0 auto' } }}>
        <EuiButtonEmpty onClick={onClose} data-test-subj="undoCancel">
          {i18n.translate('azureOpenaiSetup.wizard.undo.cancel', { defaultMessage: 'Cancel' })}
        </EuiButtonEmpty>
        {onStopWatching && (
          <EuiButton onClick={() => onStopWatching()} data-test-subj="stopWatching">
            {i18n.translate('azureOpenaiSetup.wizard.undo.stopWatching', {
              defaultMessage: 'Stop watching',
            })}
          </EuiButton>
        )}
        <EuiButton
          fill
          color="danger"
          isDisabled={!removals}
          isLoading={undo.isPending}
          onClick={remove}
          data-test-subj="undoConfirm"
        >
          {onStopWatching
            ? i18n.translate('azureOpenaiSetup.wizard.undo.stopAndRemove', {
                defaultMessage: 'Stop and remove',
              })
            : i18n.translate('azureOpenaiSetup.wizard.undo.remove', {
                defaultMessage: 'Remove all of it',
              })}
        </EuiButton>
      </EuiModalFooter>
    </>
  );
}

function LeaveHint(): ReactElement {
  return (
    <EuiText size="s">
      <p>
        {i18n.translate('azureOpenaiSetup.wizard.undo.leaveHint', {
          defaultMessage:
            '"Stop watching" leaves this view and setup continues. "Stop and remove" ends setup and removes what it has created so far.',
        })}
      </p>
      <EuiSpacer size="s" />
    </EuiText>
  );
}

function Removals({ removals }: { removals: readonly Removal[] }): ReactElement {
  if (removals.length === 0) {
    return (
      <EuiText size="s">
        <p>
          {i18n.translate('azureOpenaiSetup.wizard.undo.nothing', {
            defaultMessage: 'Nothing that this setup created still exists.',
          })}
        </p>
      </EuiText>
    );
  }
  return (
    <EuiText size="s">
      <ul css={{ overflowWrap: 'anywhere' }} data-test-subj="removals">
        {removals.map(({ step, name, kept }) => (
          <li key={step} data-test-subj={`removal-${step}`}>
            {kept
              ? i18n.translate('azureOpenaiSetup.wizard.undo.staysLine', {
                  defaultMessage: '{what} {name} stays: {why}',
                  values: { what: stepText[step].title, name, why: problemText(kept).title },
                })
              : i18n.translate('azureOpenaiSetup.wizard.undo.removedLine', {
                  defaultMessage: '{what} {name} will be deleted',
                  values: { what: stepText[step].title, name },
                })}
          </li>
        ))}
      </ul>
    </EuiText>
  );
}
