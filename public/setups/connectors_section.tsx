import {
  EuiButtonEmpty,
  EuiInMemoryTable,
  EuiSpacer,
  EuiText,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { AzureConnector } from '../../common/migration';
import type { RunStatus, RunSummary } from '../../common/run';
import type { TargetReason } from '../../common/targets/target_reasons';
import { formatList } from '../../common/words/format';
import { migrationText, usesOf } from '../../common/words/migration_text';
import { targetReasonText } from '../../common/words/target_text';
import { useMigration } from '../api/migration';
import { ConnectorsUnread } from './connectors_unread';
import { wrapping } from './setup_actions';

interface OnMoveOn {
  /** Opens the plan of an inference endpoint for this connector. */
  onMigrate(connectorId: string): void;
}

interface ConnectorsSectionProps extends OnMoveOn {
  /** The person's setups: the connector of a setup has its id. */
  setups: readonly RunSummary[];
}

/** Statuses of a setup that can still change its connector. */
const unfinished: readonly RunStatus[] = ['running', 'blocked', 'undoing'];

/** Connectors to Azure OpenAI without an inference endpoint; renders nothing if there are none. */
export function ConnectorsSection(props: ConnectorsSectionProps): ReactElement | null {
  const found = useMigration();
  if (!found.data) return <ConnectorsUnread found={found} />;
  const { reason, connectors } = found.data;
  const isOfUnfinished = (id: string) =>
    props.setups.some(({ runId, status }) => runId === id && unfinished.includes(status));
  const open = connectors.filter(
    ({ id, endpointIds }) => endpointIds.length === 0 && !isOfUnfinished(id),
  );
  if (!reason || open.length === 0) return null;
  return <Listed {...props} reason={reason} connectors={open} />;
}

interface ListedProps extends ConnectorsSectionProps {
  reason: TargetReason;
  connectors: AzureConnector[];
}

const pageSize = 8;

function Listed({ reason, connectors, ...section }: ListedProps): ReactElement {
  return (
    <>
      <EuiSpacer size="xl" />
      <EuiTitle size="xs">
        <h3>{migrationText.title}</h3>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p data-test-subj="migrationReason">{targetReasonText(reason)}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiInMemoryTable
        items={connectors}
        itemId="id"
        columns={columnsOf(section)}
        tableCaption={migrationText.title}
        pagination={connectors.length > pageSize && { pageSize, showPerPageOptions: false }}
        css={{ overflowWrap: 'anywhere' }}
        data-test-subj="migration"
      />
    </>
  );
}

const wide = { mobileOptions: { width: '100%' } };

const columnsOf = ({
  onMigrate,
  setups,
}: ConnectorsSectionProps): Array<EuiBasicTableColumn<AzureConnector>> => [
  {
    name: migrationText.connector,
    // Long host names need to wrap.
    width: '42%',
    ...wide,
    render: (connector: AzureConnector) => (
      <Named connector={connector} isOfSetup={setups.some(({ runId }) => runId === connector.id)} />
    ),
  },
  {
    name: migrationText.uses,
    ...wide,
    render: ({ uses }: AzureConnector) => (
      <EuiText size="xs">{formatList(usesOf(uses)) || '–'}</EuiText>
    ),
  },
  {
    name: migrationText.actions,
    ...wide,
    render: (connector: AzureConnector) => <Offer connector={connector} onMigrate={onMigrate} />,
  },
];

interface NamedProps {
  connector: AzureConnector;
  /** One of the person's setups created it. */
  isOfSetup: boolean;
}

function Named({ connector, isOfSetup }: NamedProps): ReactElement {
  const { id, name, isPreconfigured } = connector;
  return (
    <div data-test-subj={`connector-${id}`}>
      <strong>{name}</strong>
      <EuiText size="xs" color="subdued">
        <div>{migrationText.place(connector)}</div>
        {isPreconfigured && <div>{migrationText.inSettings}</div>}
        {isOfSetup && <div>{migrationText.ofSetup}</div>}
      </EuiText>
    </div>
  );
}

interface OfferProps extends OnMoveOn {
  connector: AzureConnector;
}

/** The button, or why an endpoint is not possible. */
export function Offer({ connector, onMigrate }: OfferProps): ReactElement {
  const { id, name, refusals } = connector;
  const [refusal] = refusals;
  if (refusal) {
    return (
      <EuiText size="xs" color="subdued" data-test-subj={`notMovable-${id}`}>
        {targetReasonText(refusal)}
      </EuiText>
    );
  }
  return (
    <EuiButtonEmpty
      {...wrapping}
      flush="left"
      iconType="plus"
      aria-label={migrationText.createFor(name)}
      onClick={() => onMigrate(id)}
      data-test-subj={`migrate-${id}`}
    >
      {migrationText.create}
    </EuiButtonEmpty>
  );
}
