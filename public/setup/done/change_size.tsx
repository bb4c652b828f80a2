import { EuiButtonEmpty, EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { sizeText } from '../../../common/words/size_text';
import { isPassing, problemOf } from '../../api/http_problem';
import { useChangeSize } from '../../api/mutations';
import { isMoving, useDeploymentSizes, useRun } from '../../api/queries';
import { newRunId } from '../location/run_id';
import type { FollowedChange } from '../location/use_followed_change';
import { PageProblem } from '../screen/page_problem';
import { ChangeProgress, withoutField } from './change_progress';
import { SizeForm } from './size_form';

interface ChangeSizeProps {
  run: Run;
  /** Undefined without a session; the form then asks for a sign-in. */
  session: SignedIn | undefined;
  /** The change of the link that the person followed. */
  followed: FollowedChange | undefined;
}

/** A change that this page has started. */
interface StartedChange {
  changeId: string;
  /** The recorded change when this one started. */
  before?: string;
}

/** Changes the throughput of the deployment that the run created. */
export function ChangeSize({ run, session, followed }: ChangeSizeProps): ReactElement | null {
  const { runId, lastChange } = run;
  const [isOpen, setIsOpen] = useState(false);
  const [started, setStarted] = useState<StartedChange>();
  /** Why a different change is shown than the one that the person started. */
  const [refusal, setRefusal] = useState<Problem>();
  const button = useRef<HTMLButtonElement>(null);
  const linked = followed?.setUpId === runId ? followed.changeId : undefined;
  const recorded = lastChange?.changeId;
  const own = started?.before === recorded ? started?.changeId : undefined;
  const changeId = own ?? recorded ?? linked;
  const change = useRun(changeId).data?.run;
  const isChanging = isMoving(change);
  const created = run.steps.some(
    ({ step, outcome }) => step === 'model_deployment' && outcome === 'created',
  );
  if (!created) return null;
  // Before the focused element is removed.
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const isForm = isOpen && !isChanging;
  const isOver = refusal?.code === 'throughput_changing' && change && !isChanging;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiButtonEmpty
        buttonRef={button}
        flush="left"
        size="s"
        iconType="pencil"
        aria-expanded={isForm}
        aria-disabled={isChanging}
        onClick={() => {
          if (isChanging) return;
          setRefusal(undefined);
          setIsOpen(!isOpen);
        }}
        data-test-subj="changeSize"
      >
        {sizeText.open}
      </EuiButtonEmpty>
      <EuiSpacer size="s" />
      {isForm && !session && <PageProblem problem={{ code: 'session_expired' }} />}
      {isForm && session && (
        <OpenChange
          runId={runId}
          session={session}
          onClose={close}
          onStarted={(begun) => {
            setStarted({ ...begun, ...(recorded && { before: recorded }) });
            close();
          }}
          onRefused={(problem) => {
            setRefusal(problem);
            close();
          }}
        />
      )}
      {!isForm && refusal && !isOver && (
        <>
          <PageProblem problem={refusal} />
          <EuiSpacer size="s" />
        </>
      )}
      {!isForm && changeId && (
        <ChangeProgress
          key={changeId}
          changeId={changeId}
          isRecent={changeId === started?.changeId || changeId === linked}
          session={session}
        />
      )}
    </>
  );
}

interface OpenChangeProps {
  runId: string;
  session: SignedIn;
  onClose(): void;
  onStarted(change: StartedChange): void;
  onRefused(problem: Problem): void;
}

function OpenChange(props: OpenChangeProps): ReactElement {
  const { runId, session, onClose, onStarted, onRefused } = props;
  const [changeId] = useState(newRunId);
  const found = useDeploymentSizes(session, runId, changeId);
  const start = useChangeSize();
  const retry = { onClick: () => void found.refetch(), testSubj: 'changeSizeRetry' };
  const refusal = problemOf(start.error);
  const isOther = refusal?.code === 'run_has_other_values';
  // The change might have started although the response was lost.
  const begun = useRun(isOther || isPassing(refusal) ? changeId : undefined).data?.run;
  const begunId = begun?.runId;
  useEffect(() => {
    if (begunId === undefined) return;
    onStarted({ changeId: begunId });
    if (isOther && refusal) onRefused(refusal);
  }, [begunId, isOther, onRefused, onStarted, refusal]);
  const problem = problemOf(found.error);
  if (problem) return <PageProblem problem={withoutField(problem)} retry={retry} />;
  if (!found.data) return <EuiSkeletonText lines={4} />;
  return (
    <SizeForm
      answer={found.data}
      loading={start.isPending}
      onChange={(capacity) => {
        const body = { session: session.session, changeId, capacity, dryRun: false };
        start.mutate(() => ({ params: { runId }, body }), {
          onSuccess: () => onStarted({ changeId }),
          // The limits have changed since the form opened.
          onError: (error) => {
            const reason = problemOf(error);
            if (reason?.code === 'throughput_changing') onRefused(reason);
            void found.refetch();
          },
        });
      }}
      onClose={onClose}
    >
      {refusal && (
        <>
          <PageProblem problem={withoutField(refusal)} />
          <EuiSpacer size="m" />
        </>
      )}
    </SizeForm>
  );
}
