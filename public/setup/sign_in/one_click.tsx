import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { SignInKind } from '../../../common/sign_in';
import { wayText } from './sign_in_text';

interface OneClickProps {
  kind: SignInKind;
  /** The directory in which the person signs in, if it is not their own. */
  tenant: string;
  isFilled: boolean;
  isBusy: boolean;
  onClick(): void;
  /** Present after a code has failed: requests one as before. */
  onAgain?: (() => void) | undefined;
}

/** The sign-in that needs no values. */
export function OneClick(props: OneClickProps): ReactElement {
  const { kind, tenant, isFilled, isBusy, onClick, onAgain } = props;
  return (
    <>
      <EuiText color="subdued" css={{ overflowWrap: 'anywhere' }}>
        <p>
          {wayText[kind].description} {tenant && inTenant(tenant)}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiButton
        fill={isFilled}
        iconType={kind === 'device_code' ? 'logoAzure' : undefined}
        isLoading={isBusy}
        onClick={() => (onAgain ?? onClick)()}
        data-test-subj={buttonSubj(isFilled, onAgain !== undefined)}
      >
        {onAgain
          ? i18n.translate('azureOpenaiSetup.signIn.newCode', { defaultMessage: 'Get a new code' })
          : wayText[kind].submit}
      </EuiButton>
    </>
  );
}

const buttonSubj = (isFilled: boolean, isAgain: boolean) => {
  if (isAgain) return 'deviceCodeTryAgain';
  return isFilled ? 'signInSubmit' : 'signInFirst';
};

const inTenant = (tenant: string) =>
  i18n.translate('azureOpenaiSetup.signIn.inTenant', {
    defaultMessage: 'You sign in to the directory {tenant}.',
    values: { tenant },
  });
