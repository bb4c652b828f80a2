import {
  copyToClipboard,
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiPanel,
  EuiSpacer,
  EuiText,
  useEuiTheme,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useState, type ReactElement } from 'react';
import { sizeText } from '../../../common/words/size_text';
import type { DeviceCode } from '../../../common/sign_in';
import { formatClock } from '../../shared/time_left';
import { useAnnounce } from '../screen/page_actions';

interface DeviceCodePanelProps {
  /** Undefined while the code is being requested. */
  code: DeviceCode | undefined;
  /** True if True if Microsoft shows the name of the Azure CLI. */
  asAzureCli: boolean;
  onCancel(): void;
}

/** Shows a device code until the person has entered it on Microsoft's page. */
export function DeviceCodePanel({
  code,
  asAzureCli,
  onCancel,
}: DeviceCodePanelProps): ReactElement {
  return (
    <>
      <EuiPanel hasBorder hasShadow={false}>
        <UserCode userCode={code?.userCode} />
        <EuiSpacer size="s" />
        <CopyAndOpen code={code} />
        <EuiSpacer size="m" />
        <Waiting expiresAt={code?.expiresAt} />
        {code && <Announced userCode={code.userCode} />}
      </EuiPanel>
      <EuiSpacer size="m" />
      <EuiText size="s" color="subdued">
        <p>{asAzureCli ? text.shownCli : text.shownOwn}</p>
        <p data-test-subj="deviceCodeBlockedHint">{text.blockedHint}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiButtonEmpty
        size="s"
        flush="left"
        onClick={() => onCancel()}
        data-test-subj="deviceCodeCancel"
      >
        {sizeText.cancel}
      </EuiButtonEmpty>
    </>
  );
}

const text = {
  shownCli: i18n.translate('azureOpenaiSetup.signIn.shownCli', {
    defaultMessage:
      'Microsoft asks if you\'re signing in to "Microsoft Azure CLI". This is expected: Kibana uses its client ID.',
  }),
  shownOwn: i18n.translate('azureOpenaiSetup.signIn.shownOwn', {
    defaultMessage:
      'Microsoft shows the name of the application that your Kibana administrator registered.',
  }),
  /** Conditional Access blocks a code only on Microsoft's page; this page would wait until the code expires. */
  blockedHint: i18n.translate('azureOpenaiSetup.signIn.blockedHint', {
    defaultMessage:
      'If the Microsoft page shows an error, your organization might block device codes. In that case, cancel and sign in another way.',
  }),
};

function UserCode({ userCode }: { userCode: string | undefined }): ReactElement {
  const { euiTheme } = useEuiTheme();
  const { size, font } = euiTheme;
  return (
    <div
      css={{
        fontFamily: font.familyCode,
        fontSize: `calc(${size.base} * 2)`,
        lineHeight: 1.5,
        minHeight: '1.5em',
        fontWeight: font.weight.bold,
        letterSpacing: size.xs,
        userSelect: 'all',
      }}
      data-test-subj={userCode && 'deviceCodeUserCode'}
    >
      {userCode}
    </div>
  );
}

function CopyAndOpen({ code }: { code: DeviceCode | undefined }): ReactElement {
  const label = i18n.translate('azureOpenaiSetup.signIn.copyAndOpen', {
    defaultMessage: 'Copy code and open Microsoft',
  });
  if (!code) {
    return (
      <EuiButton fill isLoading>
        {label}
      </EuiButton>
    );
  }
  return (
    // eslint-disable-next-line @elastic/eui/href-or-on-click -- the link opens the page, the click copies
    <EuiButton
      fill
      iconType="copy"
      href={code.verificationUri}
      target="_blank"
      onClick={() => copyToClipboard(code.userCode)}
      data-test-subj="deviceCodeOpen"
    >
      {label}
    </EuiButton>
  );
}

function Announced({ userCode }: { userCode: string }): null {
  useAnnounce(
    i18n.translate('azureOpenaiSetup.signIn.codeAnnouncement', {
      defaultMessage: 'Your code is {code}. Enter it on the Microsoft sign-in page.',
      values: { code: userCode.split('').join(' ') },
    }),
  );
  return null;
}

/** The time in milliseconds, moving once a second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Waiting({ expiresAt }: { expiresAt: string | undefined }): ReactElement {
  const now = useNow();
  return (
    <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
      <EuiLoadingSpinner size="m" />
      <EuiFlexItem>
        <EuiText size="s" color="subdued" data-test-subj="deviceCodeWaiting">
          {expiresAt
            ? i18n.translate('azureOpenaiSetup.signIn.waiting', {
                defaultMessage: 'Waiting for you to finish in the other tab · {left} left',
                values: { left: formatClock(Date.parse(expiresAt) - now) },
              })
            : i18n.translate('azureOpenaiSetup.signIn.gettingCode', {
                defaultMessage: 'Getting a code from Microsoft…',
              })}
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
