import type { CoreStart } from '@kbn/core/public';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiLink } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { UseCase } from '../../common/recommendation';
import type { Run } from '../../common/run';
import { useCore } from '../api/core_context';
import { onPlainClick } from './plain_click';
import { returnPath } from './done_return_to';

interface DoneLinksProps {
  run: Run;
  useCase: UseCase;
  returnTo: string | null;
}

interface Assistant {
  appId: string;
  path?: string;
  text: string;
}

const observability: Assistant = {
  appId: 'observabilityAIAssistant',
  text: i18n.translate('azureOpenaiSetup.wizard.done.observability', {
    defaultMessage: 'Open AI Assistant',
  }),
};

/** Security's assistant has no page of its own: it opens from the header of every page. */
const security: Assistant = {
  appId: 'securitySolutionUI',
  path: '/get_started',
  text: i18n.translate('azureOpenaiSetup.wizard.done.security', {
    defaultMessage: 'Open Security (AI Assistant is in its header)',
  }),
};

const assistants: Record<UseCase, readonly Assistant[]> = {
  security: [security],
  observability: [observability],
  both: [observability, security],
};

/** The first assistant for this use that the person has here. */
const assistantOf = ({ application }: CoreStart, useCase: UseCase) =>
  assistants[useCase].find(({ appId }) => application.capabilities.navLinks[appId]);

function mainLink(core: CoreStart, { run, useCase, returnTo }: DoneLinksProps) {
  const connectorId = run.connectorId ?? run.runId;
  const back = returnPath(returnTo, connectorId, core.http.basePath.get());
  if (back) {
    return {
      href: core.http.basePath.prepend(back),
      text: i18n.translate('azureOpenaiSetup.wizard.done.back', {
        defaultMessage: 'Back to where you came from',
      }),
    };
  }
  const assistant = assistantOf(core, useCase);
  return (
    assistant && {
      href: core.application.getUrlForApp(assistant.appId, {
        path: `${assistant.path ?? ''}?connectorId=${connectorId}`,
      }),
      text: assistant.text,
    }
  );
}

const connectorsPath = '/insightsAndAlerting/triggersActionsConnectors/connectors';

/** Where to go from here. */
export function DoneLinks(props: DoneLinksProps): ReactElement {
  const core = useCore();
  const main = mainLink(core, props);
  const portal = props.run.steps.find(({ step }) => step === 'account')?.portalUrl;
  const connectors = core.application.getUrlForApp('management', { path: connectorsPath });
  /** Within Kibana a link does not load the page anew. */
  const inKibana = (href: string) => onPlainClick(() => void core.application.navigateToUrl(href));
  return (
    <EuiFlexGroup alignItems="center" gutterSize="m" wrap>
      {main && (
        <EuiFlexItem grow={false}>
          {/* eslint-disable-next-line @elastic/eui/href-or-on-click -- see inKibana */}
          <EuiButton
            fill
            href={main.href}
            onClick={inKibana(main.href)}
            data-test-subj="openAssistantLink"
          >
            {main.text}
          </EuiButton>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiLink
          href={connectors}
          onClick={inKibana(connectors)}
          data-test-subj="openConnectorLink"
        >
          {i18n.translate('azureOpenaiSetup.wizard.done.connector', {
            defaultMessage: 'View connector',
          })}
        </EuiLink>
      </EuiFlexItem>
      {portal && (
        <EuiFlexItem grow={false}>
          <EuiLink href={portal} target="_blank" external data-test-subj="openPortalLink">
            {i18n.translate('azureOpenaiSetup.wizard.done.portal', {
              defaultMessage: 'View resource in Azure',
            })}
          </EuiLink>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}
