import type { CoreStart } from '@kbn/core/public';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiLink } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { UseCase } from '../../../common/recommendation';
import type { Run } from '../../../common/run';
import { useCore } from '../../api/core_context';
import { chatOf } from './done_chat';
import { onPlainClick } from '../../shared/plain_click';
import { returnPath } from './done_return_to';

interface DoneLinksProps {
  run: Run;
  useCase: UseCase;
  returnTo: string | null;
}

function mainLink(core: CoreStart, { run, useCase, returnTo }: DoneLinksProps) {
  const back = returnPath(returnTo, run.runId, core.http.basePath.get());
  if (back) {
    return {
      href: core.http.basePath.prepend(back),
      text: i18n.translate('azureOpenaiSetup.wizard.done.back', {
        defaultMessage: 'Back to where you came from',
      }),
    };
  }
  const chat = chatOf(core, useCase);
  return (
    chat && {
      href: core.application.getUrlForApp(chat.appId, { path: chat.path }),
      text: chat.text,
    }
  );
}

const connectorsPath = '/insightsAndAlerting/triggersActionsConnectors/connectors';

export function DoneLinks(props: DoneLinksProps): ReactElement {
  const core = useCore();
  const main = mainLink(core, props);
  const portal = props.run.steps.findLast(({ portalUrl }) => portalUrl)?.portalUrl;
  const connector = core.application.getUrlForApp('management', {
    path: `${connectorsPath}/${encodeURIComponent(props.run.runId)}`,
  });
  /** Within Kibana a link does not reload the page. */
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
        <EuiLink href={connector} onClick={inKibana(connector)} data-test-subj="openConnectorLink">
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
