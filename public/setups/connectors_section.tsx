import {
  EuiButtonEmpty,
  EuiInMemoryTable,
  EuiSpacer,
  EuiText,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { AzureConnector } from '../../common/moving_on';
import type { RunStatus } from '../../common/run';
import type { TargetReason } from '../../common/targets/target_reasons';
import { formatList } from '../../common/words/format';
import { movingOnText, usesOf } from '../../common/words/moving_on_words';
import { targetReasonText } from '../../common/words/target_words';
import { useMovingOn } from '../api/moving_on';
import { ConnectorsUnread } from './connectors_unread';
import { wrapping } from './setup_actions';
import { useSetups } from './use_setups';

interface ConnectorsSectionProps {
  /** Opens the plan of an inference endpoint for this connector. */
  onMoveOn(connectorId: string): void;
}

/** Statuses of a setup that can still change its connector. */
const unfinished: readonly RunStatus[] = ['running', 'blocked', 'undoing'];

/** Connectors to Azure OpenAI without an inference endpoint; renders nothing if there are none. */
export function ConnectorsSection({ onMoveOn }: ConnectorsSectionProps): ReactElement | null {
  const found = useMovingOn();
  const { data } = found;
  const { runs } = useSetups();
  const ofUnfinished = new Set(
    runs.filter(({ status }) => unfinished.includes(status)).map(({ runId }) => runId),
  );
  const open = (data?.connectors ?? []).filter(
    ({ id, endpointIds }) => endpointIds.length === 0 && !ofUnfinished.has(id),
  );
  if (!data) return <ConnectorsUnread found={found} />;
  if (!data.reason || open.length === 0) return null;
  return <Listed reason={data.reason} connectors={open} onMoveOn={onMoveOn} />;
}

interface ListedProps extends ConnectorsSectionProps {
  reason: TargetReason;
  connectors: AzureConnector[];
}

const pageSize = 8;

function Listed({ reason, connectors, onMoveOn }: ListedProps): ReactElement {
  return (
    <>
      <EuiSpacer size="xl" />
      <EuiTitle size="xs">
        <h3>{movingOnText.title}</h3>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p data-test-subj="movingOnReason">{targetReasonText(reason)}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiInMemoryTable
        items={connectors}
        itemId="id"
        columns={columnsOf(onMoveOn)}
        tableCaption={movingOnText.title}
        pagination={connectors.length > pageSize && { pageSize, showPerPageOptions: false }}
        css={{ overflowWrap: 'anywhere' }}
        data-test-subj="movingOn"
      />
    </>
  );
}

const wide = { mobileOptions: { width: '100%' } };

const columnsOf = (
  onMoveOn: ConnectorsSectionProps['onMoveOn'],
): Array<EuiBasicTableColumn<AzureConnector>> => [
  {
    name: movingOnText.connector,
    // Long host names need to wrap.
    width: '42%',
    ...wide,
    render: (connector: AzureConnector) => <Named connector={connector} />,
  },
  {
    name: movingOnText.uses,
    ...wide,
    render: ({ uses }: AzureConnector) => (
      <EuiText size="xs">{formatList(usesOf(uses)) || '–'}</EuiText>
    ),
  },
  {
    name: movingOnText.actions,
    ...wide,
    render: (connector: AzureConnector) => <Offer connector={connector} onMoveOn={onMoveOn} />,
  },
];

function Named({ connector }: { connector: AzureConnector }): ReactElement {
  const { id, name, isPreconfigured } = connector;
  const isOfSetup = useSetups().runs.some(({ runId }) => runId === id);
  return (
    <div data-test-subj={`connector-${id}`}>
      <strong>{name}</strong>
      <EuiText size="xs" color="subdued">
        <div>{movingOnText.place(connector)}</div>
        {isPreconfigured && <div>{movingOnText.inSettings}</div>}
        {isOfSetup && <div>{movingOnText.ofSetup}</div>}
      </EuiText>
    </div>
  );
}

interface OfferProps extends ConnectorsSectionProps {
  connector: AzureConnector;
}

/** The button, or why an endpoint is not possible. */
export function Offer({ connector, onMoveOn }: OfferProps): ReactElement {
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
      size="xs"
      flush="left"
      textProps={false}
      css={wrapping}
      iconType="plus"
      aria-label={movingOnText.createFor(name)}
      onClick={() => onMoveOn(id)}
      data-test-subj={`moveOn-${id}`}
    >
      {movingOnText.create}
    </EuiButtonEmpty>
  );
}
