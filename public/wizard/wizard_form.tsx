import { EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Form } from './use_form';
import { formSteps, type FormStepId } from './wizard_steps';
import { WizardProblem } from './wizard_problem';

/** One of the form steps, or the shape of it while the first recommendation is on its way. */
export function WizardForm({ step, form }: { step: FormStepId; form: Form }): ReactElement {
  const { Form: StepForm } = formSteps[step];
  const retry = { onClick: form.retry, loading: form.settling, testSubj: 'formTryAgain' };
  return (
    <>
      {form.problem && (
        <>
          <WizardProblem problem={form.problem} retry={retry} />
          <EuiSpacer size="m" />
        </>
      )}
      {form.props && <StepForm {...form.props} />}
      {!form.props && !form.problem && <EuiSkeletonText lines={6} />}
    </>
  );
}
