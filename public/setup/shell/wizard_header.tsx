import { EuiButtonEmpty, EuiPageTemplate, EuiPopover, EuiListGroup, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { TenantOption } from '../../../common/options';
import type { SignedIn } from '../../../common/sign_in';

export const pageTitle = i18n.translate('azureOpenaiSetup.wizard.title', {
  defaultMessage: 'Connect Azure OpenAI',
});

interface Account {
  session: SignedIn;
  tenants: readonly TenantOption[];
  onSignOut(): void;
  onSwitch(tenantId: string): void;
}

export function WizardHeader({ account }: { account?: Account }): ReactElement {
  return (
    <EuiPageTemplate.Header
      pageTitle={pageTitle}
      description={i18n.translate('azureOpenaiSetup.wizard.description', {
        defaultMessage:
          "Creates an Azure OpenAI model deployment in your subscription and connects it to Kibana's AI Assistants.",
      })}
      rightSideItems={account ? [<Who key="who" {...account} />] : []}
    />
  );
}

function Who({ session, tenants, onSignOut, onSwitch }: Account): ReactElement {
  const tenant = tenants.find(({ tenantId }) => tenantId === session.tenantId);
  const others = tenants.filter(({ tenantId }) => tenantId !== session.tenantId);
  return (
    <div>
      <EuiText size="s" data-test-subj="signedInAs">
        <strong>{session.who}</strong>
        <br />
        <span title={session.tenantId}>{tenant?.displayName ?? session.tenantId}</span>
      </EuiText>
      {others.length > 0 && <SwitchDirectory tenants={others} onSwitch={onSwitch} />}
      <EuiButtonEmpty size="xs" flush="left" onClick={() => onSignOut()} data-test-subj="signOut">
        {i18n.translate('azureOpenaiSetup.wizard.signOut', { defaultMessage: 'Sign out' })}
      </EuiButtonEmpty>
    </div>
  );
}

interface SwitchDirectoryProps {
  tenants: readonly TenantOption[];
  onSwitch(tenantId: string): void;
}

/** Another directory needs a sign-in of its own. */
function SwitchDirectory({ tenants, onSwitch }: SwitchDirectoryProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <EuiPopover
      isOpen={open}
      closePopover={() => setOpen(false)}
      aria-label={i18n.translate('azureOpenaiSetup.wizard.directories', {
        defaultMessage: 'Other directories',
      })}
      button={
        <EuiButtonEmpty
          size="xs"
          flush="left"
          onClick={() => setOpen(!open)}
          data-test-subj="switchDirectory"
        >
          {i18n.translate('azureOpenaiSetup.wizard.switchDirectory', {
            defaultMessage: 'Switch directory',
          })}
        </EuiButtonEmpty>
      }
    >
      <EuiListGroup
        listItems={tenants.map(({ tenantId, displayName, defaultDomain }) => ({
          label: defaultDomain ? `${displayName} (${defaultDomain})` : displayName,
          onClick: () => {
            setOpen(false);
            onSwitch(tenantId);
          },
          'data-test-subj': `directory-${tenantId}`,
        }))}
      />
    </EuiPopover>
  );
}
