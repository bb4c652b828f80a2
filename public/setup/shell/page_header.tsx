import {
  EuiAvatar,
  EuiButtonEmpty,
  EuiIcon,
  EuiListGroup,
  EuiPopover,
  EuiText,
  EuiTitle,
  useEuiTheme,
  useIsWithinMaxBreakpoint,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { TenantOption } from '../../../common/options';
import type { SignedIn } from '../../../common/sign_in';
import { formatTime } from '../../../common/words/format';

export const pageTitle = i18n.translate('azureOpenaiSetup.header.title', {
  defaultMessage: 'Connect Azure OpenAI',
});

interface Account {
  session: SignedIn;
  tenants: readonly TenantOption[];
  onSignOut(): void;
  onSwitch(tenantId: string): void;
}

export function PageHeader({ account }: { account?: Account }): ReactElement {
  const { euiTheme } = useEuiTheme();
  return (
    <div css={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: euiTheme.size.s }}>
      <EuiIcon type="logoAzure" size="xl" aria-hidden={true} />
      <EuiIcon type="sortRight" color="subdued" aria-hidden={true} />
      <EuiIcon type="logoElastic" size="xl" aria-hidden={true} />
      <EuiTitle size="m">
        <h1 css={{ flex: '1 1 200px', marginInlineStart: euiTheme.size.s }}>{pageTitle}</h1>
      </EuiTitle>
      {account && <AccountMenu {...account} />}
    </div>
  );
}

const menuText = {
  label: i18n.translate('azureOpenaiSetup.account.label', { defaultMessage: 'Azure account' }),
  switchTo: i18n.translate('azureOpenaiSetup.account.switchDirectory', {
    defaultMessage: 'Switch directory',
  }),
  signOut: i18n.translate('azureOpenaiSetup.account.signOut', { defaultMessage: 'Sign out' }),
};

function AccountMenu({ session, tenants, onSignOut, onSwitch }: Account): ReactElement {
  const { euiTheme } = useEuiTheme();
  const isNarrow = useIsWithinMaxBreakpoint('s');
  const [isOpen, setOpen] = useState(false);
  const tenant = tenants.find(({ tenantId }) => tenantId === session.tenantId);
  const others = tenants.filter(({ tenantId }) => tenantId !== session.tenantId);
  const close = () => setOpen(false);
  const directory = tenant?.displayName;
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={close}
      aria-label={menuText.label}
      anchorPosition="downRight"
      css={{ maxInlineSize: '100%' }}
      button={
        <EuiButtonEmpty
          size="s"
          // Aligned with the other lines if it wraps.
          {...(isNarrow && { flush: 'left' as const })}
          css={{ maxInlineSize: '100%' }}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="signedInAs"
        >
          <EuiAvatar
            name={session.who}
            aria-hidden={true}
            css={{ marginInlineEnd: euiTheme.size.s }}
          />
          {directory ? `${session.who} · ${directory}` : session.who}
        </EuiButtonEmpty>
      }
    >
      <EuiText size="s" css={{ maxInlineSize: 320, overflowWrap: 'anywhere' }}>
        <p>
          <strong>{session.who}</strong>
          <br />
          <span title={session.tenantId} data-test-subj="signedInDirectory">
            {directory ?? session.tenantId}
          </span>
          <br />
          {i18n.translate('azureOpenaiSetup.account.expires', {
            defaultMessage: 'Signed in until {time}',
            values: { time: formatTime(session.expiresAt) },
          })}
        </p>
      </EuiText>
      {others.length > 0 && (
        <>
          <EuiText size="xs" color="subdued">
            <p css={{ marginBlockStart: euiTheme.size.m }}>{menuText.switchTo}</p>
          </EuiText>
          {/* Another directory needs a sign-in of its own. */}
          <EuiListGroup
            css={{ maxBlockSize: 240, overflowY: 'auto' }}
            listItems={others.map(({ tenantId, displayName, defaultDomain }) => ({
              label: defaultDomain ? `${displayName} (${defaultDomain})` : displayName,
              onClick: () => {
                close();
                onSwitch(tenantId);
              },
              'data-test-subj': `directory-${tenantId}`,
            }))}
          />
        </>
      )}
      <EuiButtonEmpty
        size="s"
        flush="left"
        onClick={() => {
          close();
          onSignOut();
        }}
        data-test-subj="signOut"
      >
        {menuText.signOut}
      </EuiButtonEmpty>
    </EuiPopover>
  );
}
