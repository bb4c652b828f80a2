import { EuiSkeletonText } from '@elastic/eui';
import { useState, type Dispatch, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import { sameText } from '../../../common/values/same_text';
import { lazyPart } from '../../shared/lazy_part';
import { useSizeForm, type SizeFormState } from '../done/use_size_form';
import type { Form } from '../form/use_form';
import { ChangeScreen } from '../plan/change_screen';
import { PlanScreen } from '../plan/plan_screen';
import { SignInScreen } from '../sign_in/sign_in_screen';
import type { NextStep } from '../sign_in/what_happens_next';
import { useRun } from '../../api/queries';
import { needsSignIn } from '../screen/needs_sign_in';
import type { PageAction, PageData } from '../state/page_reducer';
import type { PageState } from '../state/page_state';
import type { Go, PageLocation } from '../location/use_location';
import type { FollowedChange } from '../location/use_followed_change';
import { RemovalModal, type RemovalQuestion } from './removal_modal';
import type { Commands } from './use_commands';
import { useResume, type Resume } from './use_resume';

const loading = <EuiSkeletonText lines={8} />;
const ProgressScreen = lazyPart(
  async () => (await import('../progress/progress_screen')).ProgressScreen,
  loading,
);
const DoneScreen = lazyPart(async () => (await import('../done/done_screen')).DoneScreen, loading);

export interface ScreensProps extends Commands {
  state: PageState;
  location: PageLocation;
  /** The run in the URL, as it was last read. */
  run?: Run;
  data: PageData;
  dispatch: Dispatch<PageAction>;
  form: Form;
  go: Go;
  returnTo: string | null;
  /** The throughput change of the link. */
  followed?: FollowedChange;
  /** Why the last read of the run failed; the shown state can be old. */
  lost?: Problem;
  lookAgain(): void;
  openPlan(): void;
  reviewPlan(): void;
}

export function Screens(props: ScreensProps): ReactElement {
  const { state, data, go } = props;
  const resume = useResume(props);
  /** The run whose deletion the dialog confirms. */
  const [runToDelete, setRunToDelete] = useState<string>();
  const removal = { runId: runToDelete, ask: setRunToDelete };
  const sizeForm = useSizeForm(data.draft.sizeForm, props.dispatch);
  const isWatched = state.screen === 'progress' || state.screen === 'done';
  return (
    <div data-test-subj={`screen-${state.screen}`}>
      {state.screen === 'sign_in' && (
        <SignIn {...props} resume={resume} removal={removal} sizeForm={sizeForm} />
      )}
      {state.screen === 'plan' && <Plan {...props} />}
      {state.screen === 'change' && <Change {...props} run={state.run} resume={resume} />}
      {state.screen === 'progress' && (
        <Progress {...props} run={state.run} resume={resume} removal={removal} />
      )}
      {state.screen === 'done' && (
        <Done {...props} run={state.run} removal={removal} sizeForm={sizeForm} />
      )}
      {isWatched && state.run && state.run.runId === runToDelete && (
        <RemovalModal
          session={data.draft.session}
          run={state.run}
          removal={removal}
          onLeave={() => go({})}
        />
      )}
    </div>
  );
}

function SignIn(
  props: ScreensProps & { resume: Resume; removal: RemovalQuestion; sizeForm: SizeFormState },
): ReactElement {
  const { data, dispatch, go, location, onSignedIn, reviewPlan, signOut } = props;
  const { resume, removal, sizeForm } = props;
  const { draft, tenant } = data;
  const { runId } = location;
  const change = useRun(props.run?.lastChange?.changeId).data?.run;
  const sizes = sizeForm.form?.runId === runId ? sizeForm.form : undefined;
  const stopped = [props.run, change].find(
    (one) => one?.status === 'blocked' && needsSignIn(one.problem),
  );
  const nextStep = (): NextStep => {
    // A sign-in from the plan returns to the plan.
    if (location.screen === 'plan') return 'setup';
    if (removal.runId === runId) return 'removal';
    if (sizes?.capacity !== undefined) return 'change_size';
    if (stopped) return 'resume';
    return sizes ? 'size_form' : 'setup';
  };
  const next = runId ? nextStep() : undefined;
  return (
    <SignInScreen
      session={draft.session}
      tenant={tenant}
      {...(draft.claims && { challenge: { claims: draft.claims, tenant: draft.tenantId } })}
      code={draft.code}
      way={draft.way}
      onSent={(way) => dispatch({ type: 'sign_in_sent', way })}
      onCode={(code) => dispatch({ type: 'code_issued', code })}
      onSignedIn={(session) => {
        onSignedIn(session);
        // A sign-in from the plan returns to the plan.
        if (location.screen === 'plan') return;
        go(runId ? { runId } : { screen: 'plan' });
        if (next === 'change_size') sizeForm.submit(session);
        if (next === 'resume' && stopped) resume.resume(stopped, session);
      }}
      onCancel={() => dispatch({ type: 'sign_in_canceled' })}
      onSignOut={signOut}
      next={next}
      signInFirst={runId !== undefined || location.screen === 'plan'}
      onOpenRun={(opened) => {
        removal.ask(undefined);
        go({ runId: opened });
      }}
      onDeleteRun={(opened) => {
        removal.ask(opened);
        go({ runId: opened });
      }}
      onContinue={() => (runId ? go({ runId }) : reviewPlan())}
      onAnother={props.another}
      onMigrate={props.migrate}
    />
  );
}

function Plan(props: ScreensProps): ReactElement {
  const { data, dispatch, form, go, startOver, startNewSetup } = props;
  const { startId, source } = data.draft;
  return (
    <PlanScreen
      session={data.draft.session}
      startId={startId}
      connectorId={source?.connectorId}
      onSent={(sent) => dispatch({ type: 'start_sent', startId: sent })}
      onOpenStarted={(runId) => {
        startNewSetup();
        go({ runId });
      }}
      form={form}
      onStarted={(runId) => {
        go({ runId }, { replace: true });
        startOver();
      }}
    />
  );
}

function Change(props: ScreensProps & { run: Run; resume: Resume }): ReactElement {
  const { data, form, go, run, resume } = props;
  const { session } = data.draft;
  return (
    <ChangeScreen
      session={data.draft.session}
      form={form}
      run={run}
      resuming={resume.loading}
      problem={resume.problem}
      onResume={(request) => session && resume.resume(run, session, request)}
      onCancel={() => go({ runId: run.runId })}
    />
  );
}

function Progress(
  props: ScreensProps & { run?: Run; resume: Resume; removal: RemovalQuestion },
): ReactElement {
  const { data, run, lost, lookAgain, openPlan, resume, removal, signInAgain, onSignedIn } = props;
  const { session } = data.draft;
  const ask = () => removal.ask(run?.runId);
  return (
    <ProgressScreen
      run={run}
      resume={{
        ...resume,
        onClick: () => (run && session ? resume.resume(run, session) : signInAgain()),
      }}
      session={session}
      onApplicationUsed={(renewed, applicationId) => {
        if (!run || !session) return;
        const whole = { ...session, session: renewed };
        const isOther = !sameText(applicationId, run.request.applicationId);
        onSignedIn(whole);
        resume.resume(run, whole, isOther ? { ...run.request, applicationId } : undefined);
      }}
      removeAgain={ask}
      lost={lost}
      lookAgain={lookAgain}
      onStop={ask}
      onAnother={props.another}
      onChangeValues={openPlan}
    />
  );
}

function Done(
  props: ScreensProps & { run: Run; removal: RemovalQuestion; sizeForm: SizeFormState },
): ReactElement {
  const { data, followed, returnTo, run, removal, sizeForm } = props;
  return (
    <DoneScreen
      run={run}
      session={data.draft.session}
      useCase={data.draft.useCase}
      returnTo={returnTo}
      followed={followed}
      sizeForm={sizeForm}
      onRemove={() => removal.ask(run.runId)}
      onAnother={props.another}
      onMigrate={props.migrate}
      onSetUpAgain={props.setUpAgain}
    />
  );
}
