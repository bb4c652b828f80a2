import type { CoreStart } from '@kbn/core/public';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DefaultModel } from '../../../common/default_model';
import type { UseCase } from '../../../common/recommendation';
import { mainTargetIdOf } from '../../../common/targets/inference_id';
import { isRecord } from '../../../common/values/json';
import type { Run } from '../../../common/run';
import { mainTargetOf } from '../../../common/targets/targets';
import { useCore } from '../../api/core_context';
import { useIsDefaultModelChanging } from '../../api/mutations';
import { useDefaultModel } from '../../api/queries';
import { defaultConnectorOf } from '../../shared/kibana/kibana_settings';
import { rememberConnector } from '../../shared/kibana/last_used_connector';
import { onPlainClick } from '../../shared/plain_click';
import { connectorLink } from './connector_link';
import { modelName } from './default_model_text';
import { chatOf } from '../../shared/kibana/chat_app';
import { returnPath } from '../location/return_path';

interface DoneLinksProps {
  run: Run;
  useCase: UseCase;
  returnTo: string | null;
}

interface MainLink {
  href: string;
  text: string;
  followsDefault?: true;
}

/** The main link: to the previous page, or to a chat. */
function mainLink(core: CoreStart, { run, useCase, returnTo }: DoneLinksProps) {
  const back = returnPath(
    returnTo,
    mainTargetIdOf(run.request, run.runId),
    core.http.basePath.get(),
  );
  if (back) {
    return {
      href: core.http.basePath.prepend(back),
      text: i18n.translate('azureOpenaiSetup.done.back', {
        defaultMessage: 'Return to the previous page',
      }),
    };
  }
  const chat = chatOf(core, useCase);
  return (
    chat && {
      href: core.application.getUrlForApp(chat.appId, { path: chat.path }),
      text: chat.text,
      followsDefault: chat.followsDefault,
    }
  );
}

/** The page of Kibana that lists what was created; `undefined` for people without access to it. */
function listOf({ application }: CoreStart, { request, runId }: Run): MainLink | undefined {
  if (mainTargetOf(request) === 'connector') {
    return connectorLink(application, runId);
  }
  const ml: unknown = application.capabilities.management?.['ml'];
  if (!isRecord(ml) || ml['inference_endpoints'] !== true) return undefined;
  return {
    href: application.getUrlForApp('management', { path: '/ml/inference_endpoints' }),
    text: i18n.translate('azureOpenaiSetup.done.endpoints', {
      defaultMessage: 'View inference endpoints',
    }),
  };
}

/** Kibana reads settings on page load, so a changed default needs a reload. */
const isPageOutdated = (core: CoreStart, id: string, model: DefaultModel | undefined): boolean =>
  model !== undefined && model.isThis !== (defaultConnectorOf(core.settings) === id);

export function DoneLinks(props: DoneLinksProps): ReactElement {
  const core = useCore();
  const { runId, steps, request } = props.run;
  const targetId = mainTargetIdOf(request, runId);
  const model = useDefaultModel(runId).data?.defaultModel;
  const isChanging = useIsDefaultModelChanging(runId);
  const main: MainLink | undefined = mainLink(core, props);
  const portal = steps.findLast(({ portalUrl }) => portalUrl)?.portalUrl;
  const list = listOf(core, props.run);
  /** Links within Kibana do not reload the page. */
  const inKibana = (href: string) => onPlainClick(() => void core.application.navigateToUrl(href));
  const filled = main ?? list;
  return (
    <>
      <EuiFlexGroup alignItems="center" gutterSize="m" wrap>
        {filled && (
          <EuiFlexItem grow={false}>
            {/* eslint-disable-next-line @elastic/eui/href-or-on-click -- see inKibana */}
            <EuiButton
              fill
              href={filled.href}
              aria-busy={isChanging}
              onClick={(event) => {
                // A chat would still start with the previous default.
                if (isChanging) return event.preventDefault();
                rememberConnector(targetId);
                if (!isPageOutdated(core, targetId, model)) inKibana(filled.href)(event);
              }}
              onAuxClick={() => rememberConnector(targetId)}
              data-test-subj={main ? 'openAssistantLink' : 'openConnectorLink'}
            >
              {filled.text}
            </EuiButton>
          </EuiFlexItem>
        )}
        {main && list && (
          <EuiFlexItem grow={false}>
            <EuiLink
              href={list.href}
              onClick={inKibana(list.href)}
              data-test-subj="openConnectorLink"
            >
              {list.text}
            </EuiLink>
          </EuiFlexItem>
        )}
        {portal && (
          <EuiFlexItem grow={false}>
            <EuiLink href={portal} target="_blank" external data-test-subj="openPortalLink">
              {i18n.translate('azureOpenaiSetup.done.portal', {
                defaultMessage: 'View resource in Azure',
              })}
            </EuiLink>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      {main?.followsDefault && model && !model.isThis && <BeginsWith model={model} />}
    </>
  );
}

/** The linked chat starts with another model. */
function BeginsWith({ model: { other } }: { model: DefaultModel }): ReactElement {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued" css={{ overflowWrap: 'anywhere' }}>
        <p data-test-subj="beginsWithOther">
          {other
            ? i18n.translate('azureOpenaiSetup.done.beginsWithOther', {
                defaultMessage:
                  'New conversations there start with {name}. Make this model the default, or select it in the conversation.',
                values: { name: modelName(other) },
              })
            : i18n.translate('azureOpenaiSetup.done.beginsWithAny', {
                defaultMessage:
                  'New conversations there can start with another model. Make this model the default, or select it in the conversation.',
              })}
        </p>
      </EuiText>
    </>
  );
}
