import type { ReactElement } from 'react';
import { Later } from '../shell/later';
import type { Form } from './use_form';
import { WizardProblem } from '../shell/wizard_problem';

interface FormProblemProps {
  form: Form;
  session?: string;
}

/** The subscription that has to be registered first. */
export const unregistered = ({ problem }: Form): string | undefined => {
  if (problem?.code !== 'provider_not_registered') return undefined;
  const { subscriptionId } = problem.detail ?? {};
  return subscriptionId === undefined ? undefined : String(subscriptionId);
};

/** What keeps the recommendation away, with what the page can do about it. */
export function FormProblem({ form, session }: FormProblemProps): ReactElement | null {
  const { problem } = form;
  if (!problem) return null;
  const retry = { onClick: form.retry, loading: form.settling, testSubj: 'formTryAgain' };
  const subscriptionId = unregistered(form);
  if (session === undefined || subscriptionId === undefined) {
    return <WizardProblem problem={problem} retry={retry} />;
  }
  return (
    <Later>
      {({ RegisterProvider }) => (
        <RegisterProvider
          problem={problem}
          session={session}
          subscriptionId={subscriptionId}
          retry={retry}
          onRegistered={form.retry}
        />
      )}
    </Later>
  );
}
