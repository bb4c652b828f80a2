import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { SignedIn } from '../../../common/sign_in';
import { formatTime } from '../../../common/words/format';
import { cloudText } from './sign_in_text';

interface SignedInAlreadyProps {
  session: SignedIn;
  onContinue(): void;
  onSignOut(): void;
}

/** The current sign-in, with a button to the plan. */
export function SignedInAlready(props: SignedInAlreadyProps): ReactElement {
  const { session, onContinue, onSignOut } = props;
  const { who, cloud, expiresAt } = session;
  return (
    <>
      <EuiText css={{ overflowWrap: 'anywhere' }} data-test-subj="signedInAlready">
        <p>
          <strong>
            {i18n.translate('azureOpenaiSetup.signIn.signedIn', {
              defaultMessage: "You're signed in as {who}.",
              values: { who },
            })}
          </strong>{' '}
          {i18n.translate('azureOpenaiSetup.signIn.signedInUntil', {
            defaultMessage: '{cloud}. The sign-in expires at {until}.',
            values: { cloud: cloudText[cloud], until: formatTime(expiresAt) },
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false} wrap>
        <EuiButton fill onClick={() => onContinue()} data-test-subj="reviewPlan">
          {i18n.translate('azureOpenaiSetup.signIn.reviewPlan', {
            defaultMessage: 'Review the plan',
          })}
        </EuiButton>
        <EuiButtonEmpty onClick={() => onSignOut()} data-test-subj="switchAccount">
          {i18n.translate('azureOpenaiSetup.signIn.differentAccount', {
            defaultMessage: 'Use a different account',
          })}
        </EuiButtonEmpty>
      </EuiFlexGroup>
    </>
  );
}
