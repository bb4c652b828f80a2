import { EuiButtonEmpty, EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import { isMoving, type Run } from '../../../common/run';
import type { SignedIn } from '../../../common/sign_in';
import { sizeText } from '../../../common/words/size_text';
import { isPassing, problemOf } from '../../api/http_problem';
import { useDeploymentSizes, useRun } from '../../api/queries';
import { newRunId } from '../location/run_id';
import type { FollowedChange } from '../location/use_followed_change';
import { PageProblem } from '../screen/page_problem';
import type { OpenSizeForm } from '../state/size_form';
import { ChangeProgress, withoutField } from './change_progress';
import { SizeForm } from './size_form';
import type { SizeFormState } from './use_size_form';

interface ChangeSizeProps {
  sizeForm: SizeFormState;
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
export function ChangeSize(props: ChangeSizeProps): ReactElement | null {
  const { run, session, followed, sizeForm } = props;
  const { runId, lastChange } = run;
  const { setForm } = sizeForm;
  const [started, setStarted] = useState<StartedChange>();
  /** Why a different change is shown than the one that the person started. */
  const [refusal, setRefusal] = useState<Problem>();
  const button = useRef<HTMLButtonElement>(null);
  const linked = followed?.setUpId === runId ? followed.changeId : undefined;
  const recorded = lastChange?.changeId;
  const form = sizeForm.form?.runId === runId ? sizeForm.form : undefined;
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
    setForm(undefined);
    button.current?.focus();
  };
  const shown = isChanging ? undefined : form;
  const isOver = refusal?.code === 'throughput_changing' && change && !isChanging;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiButtonEmpty
        buttonRef={button}
        flush="left"
        size="s"
        iconType="pencil"
        aria-expanded={shown !== undefined}
        aria-disabled={isChanging}
        onClick={() => {
          if (isChanging) return;
          setRefusal(undefined);
          setForm(form ? undefined : { runId, changeId: newRunId() });
        }}
        data-test-subj="changeSize"
      >
        {sizeText.open}
      </EuiButtonEmpty>
      <EuiSpacer size="s" />
      {shown && !session && <PageProblem problem={{ code: 'session_expired' }} />}
      {shown && session && (
        <OpenChange
          form={shown}
          sizeForm={sizeForm}
          isRecorded={shown.changeId === recorded}
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
      {!shown && refusal && !isOver && (
        <>
          <PageProblem problem={refusal} />
          <EuiSpacer size="s" />
        </>
      )}
      {!shown && changeId && (
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
  form: OpenSizeForm;
  sizeForm: SizeFormState;
  /** True if the change has started, perhaps before a reload. */
  isRecorded: boolean;
  session: SignedIn;
  onClose(): void;
  onStarted(change: StartedChange): void;
  onRefused(problem: Problem): void;
}

function OpenChange(props: OpenChangeProps): ReactElement {
  const { form, sizeForm, isRecorded, session, onClose, onStarted, onRefused } = props;
  const { runId, changeId, text } = form;
  const { isStarted, refusal } = sizeForm;
  const found = useDeploymentSizes(session, runId, changeId);
  const retry = { onClick: () => void found.refetch(), testSubj: 'changeSizeRetry' };
  const isOther = refusal?.code === 'run_has_other_values';
  // The change might have started although the response was lost.
  const mightBegin = isStarted || isOther || isPassing(refusal);
  const begun = useRun(mightBegin ? changeId : undefined).data;
  const isOver = isRecorded || begun !== undefined;
  const isChanging = refusal?.code === 'throughput_changing';
  useEffect(() => {
    if (isOver) onStarted({ changeId });
    if (refusal && (isChanging || (isOver && isOther))) onRefused(refusal);
  }, [changeId, isChanging, isOther, isOver, onRefused, onStarted, refusal]);
  const problem = refusal ?? problemOf(found.error);
  if (problem && !found.data) return <PageProblem problem={withoutField(problem)} retry={retry} />;
  if (!found.data) return <EuiSkeletonText lines={4} />;
  return (
    <SizeForm
      answer={found.data}
      text={text}
      onText={(entered) => sizeForm.setForm({ runId, changeId, text: entered })}
      loading={sizeForm.loading}
      onChange={(capacity) => sizeForm.submit(session, capacity)}
      onClose={onClose}
    >
      {problem && (
        <>
          <PageProblem problem={withoutField(problem)} retry={refusal ? undefined : retry} />
          <EuiSpacer size="m" />
        </>
      )}
    </SizeForm>
  );
}
