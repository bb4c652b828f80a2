import { Suspense, useEffect, useState, type ReactElement } from 'react';
import type { Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { isMoving } from '../../api/queries';
import { lazyPart } from '../../shared/lazy_part';

const UndoModal = lazyPart(async () => (await import('../progress/set_up_undo')).UndoModal);

/** The question before the deletion of what a run created. */
export interface RemovalQuestion {
  /** The run that it is about; undefined while it is not open. */
  runId: string | undefined;
  ask(runId: string | undefined): void;
}

interface RemovalModalProps {
  run: Run;
  session?: SignedIn;
  removal: RemovalQuestion;
  /** Leaves a run that goes on. */
  onLeave(): void;
}

/** The question whether the run's resources are to be deleted. */
export function RemovalModal({
  run,
  session,
  removal,
  onLeave,
}: RemovalModalProps): ReactElement | null {
  const { ask } = removal;
  const close = () => ask(undefined);
  // What an earlier deletion left can be deleted, too.
  const [wasUndone] = useState(run.status === 'undone');
  const isUnderWay =
    (run.status === 'undoing' && isMoving(run)) || (run.status === 'undone' && !wasUndone);
  // Another tab can have confirmed it.
  useEffect(() => {
    if (isUnderWay) ask(undefined);
  }, [ask, isUnderWay]);
  if (isUnderWay) return null;
  const leave = () => {
    close();
    onLeave();
  };
  return (
    <Suspense fallback={null}>
      <UndoModal
        runId={run.runId}
        {...(session && { session })}
        {...(isMoving(run) && { onStopWatching: leave })}
        onClose={close}
      />
    </Suspense>
  );
}
