import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { SignedIn } from '../../../common/sign_in';
import { cloudText } from './sign_in_text';
import { formatDateTime } from '../../../common/words/format';

export const signedInSummary = ({ who, cloud }: SignedIn): string =>
  i18n.translate('azureOpenaiSetup.wizard.connect.summary', {
    defaultMessage: '{who} · {cloud}',
    values: { who, cloud: cloudText[cloud] },
  });

interface ConnectSignedInProps {
  session: SignedIn;
  onSignOut(): void;
}

export function ConnectSignedIn({ session, onSignOut }: ConnectSignedInProps): ReactElement {
  return (
    <EuiFlexGroup alignItems="center" gutterSize="m" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          <p>
            {i18n.translate('azureOpenaiSetup.wizard.connect.signedIn', {
              defaultMessage:
                'Signed in as {who}, tenant {tenant}. The sign-in lasts until {until}.',
              values: {
                who: session.who,
                tenant: session.tenantId,
                until: formatDateTime(session.expiresAt),
              },
            })}
          </p>
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton size="s" onClick={() => onSignOut()} data-test-subj="switchAccount">
          {i18n.translate('azureOpenaiSetup.wizard.connect.signInElse', {
            defaultMessage: 'Sign in as another person',
          })}
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
