import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** The claims challenge for the next sign-in, and its tenant. */
export interface Challenge {
  claims: string;
  tenant?: string | undefined;
}

/** Explains why another sign-in is needed, and which kinds support a second factor. */
export function ChallengeCallout(): ReactElement {
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="lock"
        title={i18n.translate('azureOpenaiSetup.signIn.challenge.title', {
          defaultMessage: 'Sign in with a second factor',
        })}
        data-test-subj="claimsChallenge"
      >
        <p>
          {i18n.translate('azureOpenaiSetup.signIn.challenge.body', {
            defaultMessage:
              "Microsoft requires a second factor before anyone can change Azure resources. Get a code, or paste a new access token from the command shown there. A service principal and the server's identity don't need a second factor.",
          })}
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
