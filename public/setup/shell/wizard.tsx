import { EuiPageTemplate, EuiScreenReaderOnly } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Suspense, useEffect, useRef, useState, type ReactElement } from 'react';
import type { SignedIn } from '../../../common/sign_in';
import { isMoving } from '../../api/queries';
import { LinkCallout } from './link_notice';
import { signedInSummary } from '../sign_in/signed_in';
import { lazyPart, usePreloadedParts } from '../../shared/lazy_part';
import { RunsList } from '../../setups/runs_list';
import { useChrome } from './use_chrome';
import { useWizard, type WizardProps, type WizardState } from './use_wizard';
import { PageActionsProvider } from './page_actions';
import { WizardBar } from './wizard_bar';
import { barOf } from './wizard_bars';
import { StepBody } from './wizard_body';
import { StepFrame, type FrameState } from './wizard_frame';
import { WizardHeader } from './wizard_header';
import { NoConnectorPrivilege, NoPrivilege, usePrivileges } from '../../shared/required_privilege';
import { formSteps } from './form_steps';
import { isFormStep, stepIds, type WizardStepId } from './step_ids';

const UndoModal = lazyPart(async () => (await import('../progress/set_up_undo')).UndoModal);

export function Wizard(props: WizardProps): ReactElement {
  const { manage } = usePrivileges();
  return (
    <EuiPageTemplate restrictWidth={960} data-test-subj="azureOpenaiSetupPage">
      {manage ? <WizardPage {...props} /> : <NoPrivilegePage {...props} />}
    </EuiPageTemplate>
  );
}

function NoPrivilegePage({ onAppLeave }: WizardProps): ReactElement {
  const { show } = usePrivileges();
  useChrome(undefined, false, onAppLeave);
  return (
    <>
      <WizardHeader />
      <EuiPageTemplate.Section>
        <NoPrivilege />
        {show && <RunsList />}
      </EuiPageTemplate.Section>
    </>
  );
}

function WizardPage(props: WizardProps): ReactElement {
  const wizard = useWizard(props);
  usePreloadedParts();
  const { saveConnectors } = usePrivileges();
  const [spoken, announce] = useState('');
  useSignedInNews(wizard.session, announce);
  const returnTo = new URLSearchParams(props.history.location.search).get('returnTo');
  return (
    <PageActionsProvider
      value={{
        openStep: wizard.openStep,
        applyFix: (change) => wizard.form.props?.update(change),
        signInAgain: wizard.signInAgain,
        takeFocus: false,
        announce,
      }}
    >
      <WizardHeader
        {...(wizard.session && {
          account: {
            session: wizard.session,
            tenants: wizard.form.options.tenants,
            onSignOut: wizard.signOut,
            onSwitch: wizard.switchTenant,
          },
        })}
      />
      <EuiPageTemplate.Section>
        <EuiScreenReaderOnly>
          <p role="status" aria-live="polite" data-test-subj="announcement">
            {spoken}
          </p>
        </EuiScreenReaderOnly>
        {!saveConnectors && <NoConnectorPrivilege />}
        {wizard.notice && <LinkCallout notice={wizard.notice} />}
        <Steps wizard={wizard} returnTo={returnTo} />
        <WizardBar {...barOf(wizard)} />
      </EuiPageTemplate.Section>
      {wizard.asking && <Undo wizard={wizard} />}
    </PageActionsProvider>
  );
}

/** Announces the sign-in, which ends in another tab. */
function useSignedInNews(session: SignedIn | undefined, announce: (text: string) => void): void {
  const known = useRef(session);
  useEffect(() => {
    if (session && !known.current) announce(signedInText(session));
    known.current = session;
  }, [session, announce]);
}

const signedInText = ({ who }: SignedIn) =>
  i18n.translate('azureOpenaiSetup.wizard.connect.signedInAnnouncement', {
    defaultMessage: 'You are signed in as {who}.',
    values: { who },
  });

function Steps({ wizard, returnTo }: { wizard: WizardState; returnTo: string | null }) {
  const { current } = wizard;
  const moved = useMoved(wizard);
  return (
    <ol css={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {stepIds.map((step) => (
        <StepFrame
          key={step}
          step={step}
          state={frameState(wizard, step)}
          facts={factsOf(wizard, step)}
          {...(canEdit(wizard, step) && { onEdit: () => wizard.openStep(step) })}
          takeFocus={moved}
        >
          {step === current && <StepBody wizard={wizard} returnTo={returnTo} />}
        </StepFrame>
      ))}
    </ol>
  );
}

/** True once the person has gone to another step: the page's own first steps move no focus. */
function useMoved({ current, location, draft, control }: WizardState): boolean {
  const [first, setFirst] = useState<WizardStepId>();
  const runKnown = control.run !== undefined || control.problem !== undefined;
  const settled = location.runId
    ? runKnown
    : location.step !== undefined || !draft.session || !draft.step;
  const [moved, setMoved] = useState(false);
  if (settled && first === undefined) setFirst(current);
  if (first !== undefined && first !== current && !moved) setMoved(true);
  return moved;
}

/** True if the run could not be read: it has no steps and no values to show. */
const isUnknown = ({ current, control: { run } }: WizardState) => current === 'set_up' && !run;

function frameState(wizard: WizardState, step: WizardStepId): FrameState {
  const {
    current,
    control: { run },
  } = wizard;
  const distance = stepIds.indexOf(step) - stepIds.indexOf(current);
  if (distance === 0)
    return current === 'set_up' && run?.status === 'blocked' ? 'stopped' : 'current';
  return distance < 0 && !isUnknown(wizard) ? 'done' : 'later';
}

/** Earlier steps can be opened again; those of a run only while a problem has stopped it. */
function canEdit(
  { current, location, control: { run } }: WizardState,
  step: WizardStepId,
): boolean {
  if (stepIds.indexOf(step) >= stepIds.indexOf(current)) return false;
  if (!location.runId) return true;
  return run?.status === 'blocked' && isFormStep(step);
}

function factsOf(wizard: WizardState, step: WizardStepId): string | undefined {
  const { form, session, control, current } = wizard;
  if (step === 'connect') return session && signedInSummary(session);
  if (!isFormStep(step) || isUnknown(wizard)) return undefined;
  const changing = isFormStep(current) || current === 'review' || current === 'connect';
  const request = control.run && !changing ? control.run.request : form.props?.request;
  return request && formSteps[step].summary(request, form.options);
}

function Undo({ wizard }: { wizard: WizardState }): ReactElement | null {
  const { control, session, stopAsking, go } = wizard;
  const { run } = control;
  if (!run) return null;
  const stopWatching = () => {
    stopAsking();
    go({});
  };
  return (
    <Suspense fallback={null}>
      <UndoModal
        runId={run.runId}
        {...(session && { session })}
        {...(isMoving(run) && { onStopWatching: stopWatching })}
        onClose={stopAsking}
      />
    </Suspense>
  );
}
