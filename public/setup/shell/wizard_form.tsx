import { EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SignedIn } from '../../../common/sign_in';
import { FormProblem } from '../form/form_problem';
import type { Form } from '../form/use_form';
import { formSteps } from './form_steps';
import type { FormStepId } from './step_ids';

interface WizardFormProps {
  step: FormStepId;
  form: Form;
  session?: SignedIn;
}

/** A form step, or its skeleton until the first recommendation arrives. */
export function WizardForm({ step, form, session }: WizardFormProps): ReactElement {
  const { Form: StepForm } = formSteps[step];
  return (
    <>
      {form.problem && (
        <>
          <FormProblem form={form} session={session} />
          <EuiSpacer size="m" />
        </>
      )}
      {form.props && <StepForm {...form.props} />}
      {!form.props && !form.problem && <EuiSkeletonText lines={6} />}
    </>
  );
}
