import { useEffect, useState, type ReactElement } from 'react';
import { isMoving, type Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { lazyPart } from '../../shared/lazy_part';

const UndoModal = lazyPart(async () => (await import('../progress/set_up_undo')).UndoModal);

/** The state of the deletion dialog. */
export interface RemovalQuestion {
  /** The run to delete; undefined while the dialog is closed. */
  runId: string | undefined;
  ask(runId: string | undefined): void;
}

interface RemovalModalProps {
  run: Run;
  session?: SignedIn;
  removal: RemovalQuestion;
  /** Closes the view of a run that continues. */
  onLeave(): void;
}

/** The dialog that confirms the deletion of a run's resources. */
export function RemovalModal({
  run,
  session,
  removal,
  onLeave,
}: RemovalModalProps): ReactElement | null {
  const { ask } = removal;
  const close = () => ask(undefined);
  // An earlier undo can have left something to delete.
  const [wasUndone] = useState(run.status === 'undone');
  const isUnderWay =
    (run.status === 'undoing' && isMoving(run)) || (run.status === 'undone' && !wasUndone);
  // Another tab might have confirmed it.
  useEffect(() => {
    if (isUnderWay) ask(undefined);
  }, [ask, isUnderWay]);
  if (isUnderWay) return null;
  const leave = () => {
    close();
    onLeave();
  };
  return (
    <UndoModal
      run={run}
      session={session}
      {...(isMoving(run) && { onStopWatching: leave })}
      onClose={close}
    />
  );
}
