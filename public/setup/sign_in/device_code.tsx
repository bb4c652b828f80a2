import {
  EuiButton,
  EuiButtonEmpty,
  EuiCopy,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiSpacer,
  EuiText,
  useEuiTheme,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import { usePollSignIn } from '../../api/queries';
import { useNow } from '../../shared/use_now';
import { useAnnounce } from '../shell/page_actions';
import { PageProblem } from '../shell/page_problem';

interface DeviceCodeWaitProps {
  code: DeviceCode;
  /** Microsoft shows the name of the Azure CLI. */
  asAzureCli: boolean;
  onSignedIn(session: SignedIn): void;
  onTryAgain(): void;
  onCancel(): void;
}

/** "13:42" */
const clock = (milliseconds: number) => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Shows a device code until the person has typed it on Microsoft's page. */
export function DeviceCodeWait(props: DeviceCodeWaitProps): ReactElement {
  const { code, asAzureCli, onSignedIn, onTryAgain, onCancel } = props;
  const { problem } = usePollSignIn(code, onSignedIn);
  useAnnounce(
    i18n.translate('azureOpenaiSetup.wizard.connect.codeAnnouncement', {
      defaultMessage: "Your code is {code}. Enter it on Microsoft's sign-in page.",
      values: { code: code.userCode.split('').join(' ') },
    }),
  );
  if (problem) {
    return (
      <>
        <PageProblem
          problem={problem}
          retry={{ onClick: onTryAgain, testSubj: 'deviceCodeTryAgain' }}
        />
        <Cancel onClick={onCancel} />
      </>
    );
  }
  return (
    <>
      <UserCode code={code} />
      <EuiSpacer size="m" />
      <Waiting expiresAt={code.expiresAt} />
      <ShownName asAzureCli={asAzureCli} />
      <BlockedHint />
      <Cancel onClick={onCancel} />
    </>
  );
}

function UserCode({ code: { userCode, verificationUri } }: { code: DeviceCode }): ReactElement {
  const { euiTheme } = useEuiTheme();
  return (
    <EuiFlexGroup alignItems="center" gutterSize="m" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <span
          css={{
            fontFamily: euiTheme.font.familyCode,
            fontSize: `calc(${euiTheme.size.base} * 2)`,
            fontWeight: euiTheme.font.weight.bold,
            letterSpacing: euiTheme.size.xs,
          }}
          data-test-subj="deviceCodeUserCode"
        >
          {userCode}
        </span>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiCopy textToCopy={userCode}>
          {(copy) => (
            <EuiButtonEmpty iconType="copy" onClick={copy} data-test-subj="deviceCodeCopy">
              {i18n.translate('azureOpenaiSetup.wizard.connect.copyCode', {
                defaultMessage: 'Copy code',
              })}
            </EuiButtonEmpty>
          )}
        </EuiCopy>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton
          fill
          href={verificationUri}
          target="_blank"
          iconType="globe"
          data-test-subj="deviceCodeOpen"
        >
          {i18n.translate('azureOpenaiSetup.wizard.connect.openMicrosoft', {
            defaultMessage: 'Open Microsoft sign-in',
          })}
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

function Waiting({ expiresAt }: { expiresAt: string }): ReactElement {
  const now = useNow(true);
  return (
    <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiLoadingSpinner size="m" />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiText size="s" color="subdued" data-test-subj="deviceCodeWaiting">
          {i18n.translate('azureOpenaiSetup.wizard.connect.waiting', {
            defaultMessage: 'Waiting for you to finish in the other tab · {left} left',
            values: { left: clock(Date.parse(expiresAt) - now) },
          })}
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

function ShownName({ asAzureCli }: { asAzureCli: boolean }): ReactElement {
  return (
    <EuiText size="s" color="subdued">
      <p>
        {asAzureCli
          ? i18n.translate('azureOpenaiSetup.wizard.connect.shownCli', {
              defaultMessage:
                'Microsoft will ask whether you are signing in to "Microsoft Azure CLI". That is right: Kibana uses its public client ID.',
            })
          : i18n.translate('azureOpenaiSetup.wizard.connect.shownOwn', {
              defaultMessage:
                'Microsoft will show the name of the application that your Kibana administrator registered.',
            })}
      </p>
    </EuiText>
  );
}

/** Conditional Access stops a code on Microsoft's page alone: here it would wait until the code expires. */
function BlockedHint(): ReactElement {
  return (
    <EuiText size="s" color="subdued">
      <p data-test-subj="deviceCodeBlockedHint">
        {i18n.translate('azureOpenaiSetup.wizard.connect.blockedHint', {
          defaultMessage:
            'If the Microsoft page shows an error, your organization might block device codes. In that case, sign in another way.',
        })}
      </p>
    </EuiText>
  );
}

function Cancel({ onClick }: { onClick(): void }): ReactElement {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiButtonEmpty
        size="s"
        flush="left"
        onClick={() => onClick()}
        data-test-subj="deviceCodeCancel"
      >
        {i18n.translate('azureOpenaiSetup.wizard.connect.otherWay', {
          defaultMessage: 'Sign in another way',
        })}
      </EuiButtonEmpty>
    </>
  );
}
