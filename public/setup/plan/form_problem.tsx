import { EuiSkeletonText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { lazyPart } from '../../shared/lazy_part';
import type { SignedIn } from '../../../common/sign_in';
import type { Form } from '../form/use_form';
import { isSetupField } from '../../../common/words/field_text';
import { PageProblem } from '../screen/page_problem';

const RegisterProvider = lazyPart(
  async () => (await import('./checks/register_provider')).RegisterProvider,
  <EuiSkeletonText lines={4} />,
);

interface FormProblemProps {
  form: Form;
  session?: SignedIn;
}

/** The subscription without a registered provider. */
const unregistered = ({ problem }: Form): string | undefined => {
  if (problem?.code !== 'provider_not_registered') return undefined;
  const { subscriptionId } = problem.detail ?? {};
  return subscriptionId === undefined ? undefined : String(subscriptionId);
};

/** The problem that prevents a recommendation, with the buttons that can solve it. */
export function FormProblem({ form, session }: FormProblemProps): ReactElement | null {
  if (!form.problem) return null;
  const { field, ...rest } = form.problem;
  // Without a form, the only change is to reset the person's value.
  const isOpen = form.props !== undefined || (isSetupField(field) && form.isOwn(field));
  const problem = isOpen ? form.problem : rest;
  const retry = { onClick: form.retry, loading: form.settling, testSubj: 'formTryAgain' };
  const instead = form.leaveSource && {
    onClick: form.leaveSource,
    text: i18n.translate('azureOpenaiSetup.migration.without', {
      defaultMessage: 'Continue without the connector',
    }),
    testSubj: 'withoutConnector',
  };
  const subscriptionId = unregistered(form);
  if (session === undefined || subscriptionId === undefined) {
    return <PageProblem problem={problem} retry={retry} instead={instead} main />;
  }
  return (
    <RegisterProvider
      problem={problem}
      session={session}
      subscriptionId={subscriptionId}
      retry={retry}
      onRegistered={form.retry}
    />
  );
}
