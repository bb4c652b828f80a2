import { EuiButton } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { Screen } from '../shell/screen';
import { ConnectStep, type ConnectStepProps } from './sign_in_step';

export function SignInScreen(
  props: ConnectStepProps & { onContinue(): void; onAnother(): void },
): ReactElement {
  const { onContinue } = props;
  return (
    <Screen title="Sign in to Azure">
      <ConnectStep {...props} />
      {props.session && (
        <EuiButton onClick={() => onContinue()}>
          {i18n.translate('azureOpenaiSetup.steps.plan', { defaultMessage: 'Review the plan' })}
        </EuiButton>
      )}
    </Screen>
  );
}
