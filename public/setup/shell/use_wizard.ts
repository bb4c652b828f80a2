import type { AppMountParameters } from '@kbn/core/public';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { blockers, type Plan } from '../../../common/plan';
import type { Problem } from '../../../common/problem';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import { forgetAzure, forgetOthers, forgetRoute, forgetSession } from '../../api/query_client';
import { problemOf } from '../../api/http_problem';
import { useCore } from '../../api/core_context';
import { usePlan } from '../../api/queries';
import {
  challenged,
  emptyDraft,
  fromRun,
  isEdited,
  signedIn,
  startedOver,
  withoutCode,
  withoutSession,
  type Draft,
} from '../form/draft';
import { useLinkParams, useLinkNotice, type LinkNotice } from './use_link_params';
import { useChrome } from './use_chrome';
import { useDraft } from '../form/use_draft';
import { saveRecommendation } from '../form/recommendation_storage';
import { useForm, type Form } from '../form/use_form';
import { usePageLocation, type Go, type PageHistory, type PageLocation } from './use_location';
import { useRunControl, type RunControl } from './use_run_control';
import { useStart, type Start } from './use_start';
import { needsSignIn } from './page_problem';
import { isFormStep, type WizardStepId } from './step_ids';

export interface WizardState {
  location: PageLocation;
  go: Go;
  current: WizardStepId;
  draft: Draft;
  session?: SignedIn;
  /** The directory that the person wants to change to. */
  tenant?: string;
  /** Link parameters that could not be applied. */
  notice?: LinkNotice;
  form: Form;
  plan: { found?: Plan; problem?: Problem; loading: boolean; lookAgain(): void };
  start: Start;
  control: RunControl;
  /** The question before stopping or removing. */
  asking: boolean;
  askToStop(): void;
  stopAsking(): void;
  openStep(step: WizardStepId): void;
  onCode(code: DeviceCode | undefined): void;
  onSignedIn(session: SignedIn): void;
  signOut(): void;
  signInAgain(claims?: string): void;
  switchTenant(tenantId: string): void;
  startRun(): void;
  resumeChanged(): void;
  setUpAnother(): void;
}

export interface WizardProps {
  history: PageHistory;
  onAppLeave: AppMountParameters['onAppLeave'];
}

/** The open step: that of the URL, as far as it is possible now. */
function currentStep(
  { runId, step }: PageLocation,
  { session, ...draft }: Draft,
  { run }: RunControl,
): WizardStepId {
  if (runId) {
    if (step === 'connect') return 'connect';
    if (step && isFormStep(step) && draft.runId === runId) return session ? step : 'connect';
    return run?.status === 'finished' ? 'done' : 'set_up';
  }
  if (!session) return 'connect';
  return step === 'set_up' || step === 'done' ? 'review' : (step ?? 'connect');
}

function usePlanOf(wanted: boolean, draft: Draft, form: Form): WizardState['plan'] {
  const request = form.props?.invalid.size === 0 ? form.props.request : undefined;
  const plan = usePlan(
    draft.session,
    wanted && request && !form.settling ? { request } : undefined,
  );
  // Without a sign-in no other finding is reliable.
  const ended = plan.data && blockers(plan.data).find(needsSignIn);
  const problem = form.problem ?? problemOf(plan.error) ?? ended;
  return {
    ...(plan.data && !ended && { found: plan.data }),
    ...(problem && { problem }),
    loading: plan.isFetching || form.settling,
    lookAgain: () => (form.problem ? form.retry() : void plan.refetch()),
  };
}

export function useWizard({ history, onAppLeave }: WizardProps): WizardState {
  const client = useQueryClient();
  const basePath = useCore().http.basePath.get();
  const [linkParams, takeOver] = useLinkParams(history);
  const [location, go] = usePageLocation(history);
  const [draft, change] = useDraft(linkParams);
  const [tenant, setTenant] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { session } = draft;
  const { runId } = location;
  const control = useRunControl(runId);
  const current = currentStep(location, draft, control);
  const form = useForm(draft, change, {
    advise: !runId || isFormStep(current),
    ...(control.run && { of: control.run.request }),
  });
  const plan = usePlanOf(current === 'review', draft, form);
  const notice = useLinkNotice(linkParams, draft, change, form.problem);
  useEffect(() => takeOver(change), [change, takeOver]);

  /** The recommended names are in use now: the next setup needs new ones. */
  const startOver = () => {
    forgetRoute(client, 'recommendation');
    saveRecommendation(basePath, undefined);
    change(startedOver);
  };
  const start = useStart((started) => {
    go({ runId: started }, { replace: true });
    startOver();
  });
  useChrome(control.run, !runId && isEdited(draft), onAppLeave);
  useResumedLocation(location, go, draft);
  useEffect(() => {
    if (!runId && location.step) change((now) => ({ ...now, step: location.step }));
  }, [change, location.step, runId]);

  const openStep = (step: WizardStepId) => {
    const { run } = control;
    if (run && isFormStep(step) && draft.runId !== run.runId) {
      change((now) => fromRun(now, run));
    }
    go({ ...(runId && { runId }), step });
  };
  const onSignedIn = (answer: SignedIn) => {
    setTenant(undefined);
    forgetOthers(client, answer);
    change((now) => signedIn(now, answer));
    if (location.step && location.step !== 'connect') return;
    go(runId ? { runId } : { step: 'model' });
    const { run } = control;
    if (run?.status === 'blocked' && needsSignIn(run.problem)) control.resume(answer.session);
  };
  const signInAgain = (claims?: string) => {
    setAsking(false);
    forgetSession(client);
    change((now) => challenged(withoutSession(now), claims));
    if (runId) go({ runId, step: 'connect' });
  };
  const signOut = () => {
    setTenant(undefined);
    startOver();
    forgetAzure(client);
    change(() => emptyDraft(linkParams.useCase));
    go(runId ? { runId } : {});
  };

  return {
    location,
    go,
    current,
    draft,
    ...(session && { session }),
    ...(tenant && { tenant }),
    ...(notice && { notice }),
    form,
    plan,
    start,
    control,
    asking,
    askToStop: () => setAsking(true),
    stopAsking: () => setAsking(false),
    openStep,
    onCode: (code) => change((now) => ({ ...withoutCode(now), ...(code && { code }) })),
    onSignedIn,
    signOut,
    signInAgain,
    switchTenant: (tenantId) => {
      signInAgain();
      setTenant(tenantId);
    },
    startRun: () => {
      if (session && form.props) start.start(session.session, form.props.request);
    },
    resumeChanged: () => {
      if (!session || !form.props) return;
      control.resume(session.session, form.props.request, () => {
        startOver();
        go({ ...(runId && { runId }) });
      });
    },
    setUpAnother: () => {
      startOver();
      forgetRoute(client, 'options');
      go(session ? { step: 'model' } : {});
    },
  };
}

/** Opens the draft's step when the URL names none. */
function useResumedLocation(location: PageLocation, go: Go, { session, step }: Draft): void {
  const [first] = useState({ location, session, step });
  useEffect(() => {
    if (!first.location.runId && !first.location.step && first.session && first.step) {
      go({ step: first.step }, { replace: true });
    }
  }, [first, go]);
}
