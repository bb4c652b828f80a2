import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Cloud, SignInKind } from '../../../common/sign_in';
import { cloudText, wayText } from './sign_in_text';

interface OneClickProps {
  kind: SignInKind;
  /** The tenant of the sign-in, if it is not the person's home tenant. */
  tenant: string;
  cloud: Cloud;
  isBusy: boolean;
  onClick(): void;
  /** True if a previous code failed. */
  isAgain: boolean;
}

/** The one-click sign-in. */
export function OneClick(props: OneClickProps): ReactElement {
  const { kind, tenant, cloud, isBusy, isAgain, onClick } = props;
  return (
    <>
      <EuiText color="subdued" css={{ overflowWrap: 'anywhere' }}>
        <p>
          {wayText[kind].description} {cloud !== 'public' && inCloud(cloud)}{' '}
          {kind === 'device_code' && tenant && inTenant(tenant)}
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

const inCloud = (cloud: Cloud) =>
  i18n.translate('azureOpenaiSetup.signIn.inCloud', {
    defaultMessage: 'The cloud is {cloud}.',
    values: { cloud: cloudText[cloud] },
  });

const inTenant = (tenant: string) =>
  i18n.translate('azureOpenaiSetup.signIn.inTenant', {
    defaultMessage: 'You sign in to the tenant {tenant}.',
    values: { tenant },
  });
