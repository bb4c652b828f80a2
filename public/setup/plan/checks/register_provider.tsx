import { EuiButton, EuiFlexGroup, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Problem } from '../../../../common/problem';
import type { SignedIn } from '../../../../common/sign_in';
import { problemOf } from '../../../api/http_problem';
import { useRegisterProvider } from '../../../api/mutations';
import { ProblemCallout } from '../../../shared/problems/problem_callout';
import { usePageActions } from '../../screen/page_actions';
import { PageProblem } from '../../screen/page_problem';
import { ProblemActions } from '../../screen/problem_actions';
import type { Retry } from '../../../shared/retry_button';

const waitingText = i18n.translate('azureOpenaiSetup.register.waiting', {
  defaultMessage: 'Azure is registering the provider. This usually takes less than a minute.',
});
const doneText = i18n.translate('azureOpenaiSetup.register.done', {
  defaultMessage: 'The provider is registered.',
});

interface RegisterProviderProps {
  problem: Problem;
  session: SignedIn;
  subscriptionId: string;
  retry: Retry;
  onRegistered(): void;
}

/** The button that registers the provider; the page then continues. */
export function RegisterProvider(props: RegisterProviderProps): ReactElement {
  const { problem, session, subscriptionId, retry, onRegistered } = props;
  const registering = useRegisterProvider();
  const failed = problemOf(registering.error);
  const { announce } = usePageActions();
  const register = () => {
    announce(waitingText);
    registering.mutate(() => ({ body: { session: session.session, subscriptionId } }), {
      onSuccess: () => {
        announce(doneText);
        onRegistered();
      },
      // The problem is announced by its callout.
      onError: () => announce(''),
    });
  };
  return (
    <>
      <ProblemCallout
        problem={problem}
        actions={
          <>
            <Meaning subscriptionId={subscriptionId} />
            <EuiSpacer size="s" />
            <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
              <EuiButton
                size="s"
                fill
                isLoading={registering.isPending}
                onClick={register}
                data-test-subj="registerProvider"
              >
                {i18n.translate('azureOpenaiSetup.register.button', {
                  defaultMessage: 'Register the provider',
                })}
              </EuiButton>
              {registering.isPending ? (
                <Waiting />
              ) : (
                <ProblemActions problem={problem} retry={retry} />
              )}
            </EuiFlexGroup>
          </>
        }
      />
      {failed && (
        <>
          <EuiSpacer size="m" />
          <PageProblem problem={failed} />
        </>
      )}
    </>
  );
}

function Meaning({ subscriptionId }: { subscriptionId: string }): ReactElement {
  return (
    <EuiText size="xs" data-test-subj="registerProviderMeaning">
      <p>
        {i18n.translate('azureOpenaiSetup.register.meaning', {
          defaultMessage:
            'This button registers it in the subscription {subscriptionId}. It is free, and the provider stays registered. You need the permission Microsoft.CognitiveServices/register/action, which the role Contributor includes.',
          values: { subscriptionId },
        })}
      </p>
    </EuiText>
  );
}

function Waiting(): ReactElement {
  return (
    <EuiText size="xs" color="subdued" data-test-subj="registerProviderWaiting">
      <p>{waitingText}</p>
    </EuiText>
  );
}
