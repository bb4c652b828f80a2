import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { SignInKind } from '../../../common/sign_in';
import { wayText } from './sign_in_text';

interface OneClickProps {
  kind: SignInKind;
  /** The directory in which the person signs in, if it is not their own. */
  tenant: string;
  isBusy: boolean;
  onClick(): void;
  /** A code was requested here before, and has failed. */
  isAgain: boolean;
}

/** The sign-in that needs no values. */
export function OneClick(props: OneClickProps): ReactElement {
  const { kind, tenant, isBusy, isAgain, onClick } = props;
  return (
    <>
      <EuiText color="subdued" css={{ overflowWrap: 'anywhere' }}>
        <p>
          {wayText[kind].description} {tenant && inTenant(tenant)}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiButton
        fill
        isLoading={isBusy}
        onClick={() => onClick()}
        data-test-subj={isAgain ? 'deviceCodeTryAgain' : 'signInSubmit'}
      >
        {isAgain
          ? i18n.translate('azureOpenaiSetup.signIn.newCode', { defaultMessage: 'Get a new code' })
          : wayText[kind].submit}
      </EuiButton>
    </>
  );
}

const inTenant = (tenant: string) =>
  i18n.translate('azureOpenaiSetup.signIn.inTenant', {
    defaultMessage: 'You sign in to the directory {tenant}.',
    values: { tenant },
  });
