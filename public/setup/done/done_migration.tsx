import { EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { targetIdOf } from '../../../common/targets/inference_id';
import type { AzureConnector } from '../../../common/migration';
import type { Run } from '../../../common/run';
import type { TargetReason } from '../../../common/targets/target_reasons';
import { targetKindsOf } from '../../../common/targets/targets';
import { formatList } from '../../../common/words/format';
import { migrationText, unseenOf, usesOf } from '../../../common/words/migration_text';
import { targetReasonText } from '../../../common/words/target_text';
import { useCore } from '../../api/core_context';
import { useMigration } from '../../api/migration';
import { Offer } from '../../setups/connectors_section';
import { ConnectorsUnread } from '../../setups/connectors_unread';
import { onPlainClick } from '../../shared/plain_click';
import { isUsable } from './is_usable';
import { connectorLink } from './connector_link';

interface DoneMigrationProps {
  run: Run;
  onMigrate(connectorId: string): void;
}

/** The rest of a migration from a connector to an inference endpoint. */
export function DoneMigration({ run, onMigrate }: DoneMigrationProps): ReactElement | null {
  const found = useMigration();
  const { data } = found;
  const { runId, request } = run;
  if (!data) return <ConnectorsUnread found={found} />;
  if (!data.reason) return null;
  const { reason, connectors } = data;
  if (!targetKindsOf(request).includes('inference_endpoint')) {
    const own = connectors.find(({ id }) => id === runId);
    if (!own || own.endpointIds.length > 0 || own.refusals.length > 0) return null;
    return <EndpointAdvice reason={reason} connector={own} onMigrate={onMigrate} />;
  }
  const endpointId = targetIdOf('inference_endpoint', request, runId);
  const former = connectors.filter(
    ({ id, endpointIds }) => id !== runId && endpointIds.includes(endpointId),
  );
  return (
    <>
      {former.map((connector) => (
        <RemainingConnector key={connector.id} connector={connector} isReplaced={isUsable(run)} />
      ))}
    </>
  );
}

interface EndpointAdviceProps extends Pick<DoneMigrationProps, 'onMigrate'> {
  reason: TargetReason;
  connector: AzureConnector;
}

function EndpointAdvice({ reason, connector, onMigrate }: EndpointAdviceProps): ReactElement {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiText size="s" data-test-subj="doneMigrate">
        <p>
          <strong>{migrationText.instead}</strong>
          <br />
          {targetReasonText(reason)}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <Offer connector={connector} onMigrate={onMigrate} />
    </>
  );
}

interface RemainingConnectorProps {
  connector: AzureConnector;
  /** False if the endpoint failed a test, so the connector is still needed. */
  isReplaced: boolean;
}

/** The remaining connector and its uses. Only the person can delete it. */
function RemainingConnector({ connector, isReplaced }: RemainingConnectorProps): ReactElement {
  const { application } = useCore();
  const { id, name, uses, isPreconfigured } = connector;
  const found = usesOf(uses);
  const { href, text } = connectorLink(application, id);
  return (
    <>
      <EuiSpacer size="m" />
      <EuiText size="s" css={{ overflowWrap: 'anywhere' }} data-test-subj={`former-${id}`}>
        <p>
          <strong>{migrationText.stays(name)}</strong>
          <br />
          {found.length > 0 ? migrationText.usedBy(formatList(found)) : migrationText.unused}{' '}
          {unseenOf(uses)} {isReplaced ? migrationText.deletion(connector) : migrationText.keep}{' '}
          {!isPreconfigured && (
            <EuiLink
              href={href}
              onClick={onPlainClick(() => void application.navigateToUrl(href))}
              data-test-subj={`openFormer-${id}`}
            >
              {text}
            </EuiLink>
          )}
        </p>
      </EuiText>
    </>
  );
}
