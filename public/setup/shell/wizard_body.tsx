import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import { ConnectStep } from '../sign_in/sign_in_step';
import { FormProblem, unregistered } from '../form/form_problem';
import { Later } from './later';
import type { WizardState } from './use_wizard';
import { WizardForm } from './wizard_form';
import { WizardProblem } from './wizard_problem';

/** What the open step shows. */
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
    case 'connector':
      return (
        <>
          <WizardForm step={current} form={form} session={session?.session} />
          {control.resumeProblem && <WizardProblem problem={control.resumeProblem} />}
        </>
      );
    case 'review':
      if (unregistered(form)) return <FormProblem form={form} session={session?.session} />;
      return (
        <>
          <Later>
            {({ ReviewStep }) => (
              <ReviewStep
                {...(plan.found && { plan: plan.found })}
                {...(plan.problem && { problem: plan.problem })}
                loading={plan.loading}
                onCheckAgain={plan.lookAgain}
                options={form.options}
                {...(form.props && { request: form.props.request })}
              />
            )}
          </Later>
          {start.problem && (
            <>
              <EuiSpacer size="m" />
              <WizardProblem problem={start.problem} />
            </>
          )}
        </>
      );
    case 'set_up':
      return <SetUp wizard={wizard} />;
    case 'done':
      return run ? (
        <Later>
          {({ DoneStep }) => (
            <DoneStep
              run={run}
              useCase={draft.useCase}
              returnTo={returnTo}
              onRemove={wizard.askToStop}
            />
          )}
        </Later>
      ) : null;
  }
}

function SetUp({ wizard }: { wizard: WizardState }): ReactElement {
  const { control, session, signInAgain, setUpAnother, askToStop } = wizard;
  const { run, problem, resuming, resumeProblem } = control;
  if (!run) {
    return (
      <Later>
        {({ RunMissing }) => (
          <RunMissing
            {...(problem && { problem })}
            onRetry={control.lookAgain}
            onNew={setUpAnother}
          />
        )}
      </Later>
    );
  }
  const resume = () => (session ? control.resume(session.session) : signInAgain());
  return (
    <Later>
      {({ SetUpStep }) => (
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
      )}
    </Later>
  );
}
