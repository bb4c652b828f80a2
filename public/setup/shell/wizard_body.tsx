import { EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { Suspense, type ReactElement } from 'react';
import { ConnectStep } from '../sign_in/sign_in_step';
import { FormProblem, unregistered } from '../form/form_problem';
import { lazyPart } from '../../shared/lazy_part';
import type { WizardState } from './use_wizard';
import { WizardForm } from './wizard_form';
import { PageProblem } from './page_problem';

const ReviewStep = lazyPart(async () => (await import('../plan/review_step')).ReviewStep);
const SetUpStep = lazyPart(async () => (await import('../progress/set_up_step')).SetUpStep);
const DoneStep = lazyPart(async () => (await import('../done/done_step')).DoneStep);
const ChangeSize = lazyPart(async () => (await import('../done/change_size')).ChangeSize);
const RunMissing = lazyPart(async () => (await import('./wizard_run_missing')).RunMissing);

export function StepBody({ wizard, returnTo }: { wizard: WizardState; returnTo: string | null }) {
  const { current, form, plan, start, control, session, tenant, draft } = wizard;
  const { run } = control;
  switch (current) {
    case 'connect':
      return (
        <ConnectStep
          {...(session && { session })}
          {...(tenant && { tenant })}
          {...(draft.claims && { challenge: { claims: draft.claims, tenant: draft.tenantId } })}
          {...(draft.code && { code: draft.code })}
          onCode={wizard.onCode}
          onSignedIn={wizard.onSignedIn}
          onSignOut={wizard.signOut}
          onOpenRun={(runId) => wizard.go({ runId })}
        />
      );
    case 'model':
    case 'resource':
    case 'target':
      return (
        <>
          <WizardForm step={current} form={form} session={session} />
          {control.resumeProblem && <PageProblem problem={control.resumeProblem} />}
        </>
      );
    case 'review':
      if (unregistered(form)) return <FormProblem form={form} session={session} />;
      return (
        <>
          <Suspense fallback={<EuiSkeletonText lines={4} />}>
            <ReviewStep
              {...(plan.found && { plan: plan.found })}
              {...(plan.problem && { problem: plan.problem })}
              loading={plan.loading}
              onCheckAgain={plan.lookAgain}
              options={form.options}
            />
          </Suspense>
          {start.problem && (
            <>
              <EuiSpacer size="m" />
              <PageProblem problem={start.problem} />
            </>
          )}
        </>
      );
    case 'set_up':
      return <SetUp wizard={wizard} />;
    case 'done':
      return run ? (
        <Suspense fallback={<EuiSkeletonText lines={4} />}>
          <DoneStep
            run={run}
            useCase={draft.useCase}
            returnTo={returnTo}
            onRemove={wizard.askToStop}
          />
          <ChangeSize run={run} session={session} />
        </Suspense>
      ) : null;
  }
}

function SetUp({ wizard }: { wizard: WizardState }): ReactElement {
  const { control, session, signInAgain, setUpAnother, askToStop } = wizard;
  const { run, problem, resuming, resumeProblem } = control;
  if (!run) {
    return (
      <Suspense fallback={<EuiSkeletonText lines={4} />}>
        <RunMissing
          {...(problem && { problem })}
          onRetry={control.lookAgain}
          onNew={setUpAnother}
        />
      </Suspense>
    );
  }
  const resume = () => (session ? control.resume(session.session) : signInAgain());
  return (
    <Suspense fallback={<EuiSkeletonText lines={4} />}>
      <SetUpStep
        run={run}
        resume={{
          onClick: resume,
          loading: resuming,
          ...(resumeProblem && { problem: resumeProblem }),
        }}
        removeAgain={askToStop}
        {...(problem && { lost: problem })}
      />
    </Suspense>
  );
}
