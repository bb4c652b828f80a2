import { EuiInMemoryTable, EuiLink, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { RunStatus, RunSummary } from '../../common/run';
import { formatDateTime, formatRelative, modelTitle } from '../../common/words/format';
import { useCore } from '../api/core_context';
import { appId } from '../locator';
import { onPlainClick } from '../shared/plain_click';
import { ActionsOfSetup, type SetupActions } from './setup_actions';
import { SetupStatus } from './setup_status';
import { fieldText } from '../../common/words/field_text';
import { migrationText } from '../../common/words/migration_text';
import { connectionLabel } from '../../common/words/target_names';

const text = {
  caption: i18n.translate('azureOpenaiSetup.setups.caption', {
    defaultMessage: 'Your setups in this space',
  }),
  status: i18n.translate('azureOpenaiSetup.setups.status', { defaultMessage: 'Status' }),
  started: i18n.translate('azureOpenaiSetup.setups.started', { defaultMessage: 'Started' }),
};

interface SetupsTableProps {
  runs: readonly RunSummary[];
  /** Absent for people with the read privilege only. */
  actions?: SetupActions;
}

/** The person's setups, the newest first. */
export function SetupsTable({ runs, actions }: SetupsTableProps): ReactElement {
  const [now] = useState(() => Date.now());
  return (
    <EuiInMemoryTable
      items={[...runs]}
      itemId="runId"
      columns={columnsOf(now, actions)}
      tableCaption={text.caption}
      tableLayout="auto"
      pagination={runs.length > pageSize && { pageSize, showPerPageOptions: false }}
      css={{ overflowWrap: 'break-word' }}
      data-test-subj="earlierSetups"
    />
  );
}

const pageSize = 8;

// The connection takes the remaining width, but at least that of its longest word.
const wide = { mobileOptions: { width: '100%' } };

const columnsOf = (
  now: number,
  actions: SetupActions | undefined,
): Array<EuiBasicTableColumn<RunSummary>> => [
  {
    field: 'targetName',
    name: connectionLabel,
    ...wide,
    render: (_name: string, run: RunSummary) => <Connection run={run} onOpen={actions?.onOpen} />,
  },
  { field: 'modelName', name: fieldText.modelName.label, width: '88px', render: modelTitle },
  {
    field: 'status',
    name: text.status,
    width: '128px',
    render: (_status: RunStatus, run: RunSummary) => <SetupStatus run={run} />,
  },
  {
    field: 'startedAt',
    name: text.started,
    width: '100px',
    render: (startedAt: string) => (
      <span title={formatDateTime(startedAt)}>{formatRelative(startedAt, now)}</span>
    ),
  },
  ...(actions
    ? [
        {
          name: migrationText.actions,
          width: '176px',
          ...wide,
          render: (run: RunSummary) => <ActionsOfSetup run={run} actions={actions} />,
        },
      ]
    : []),
];

interface ConnectionProps {
  run: RunSummary;
  onOpen: ((runId: string) => void) | undefined;
}

function Connection({ run: { runId, targetName }, onOpen }: ConnectionProps): ReactElement {
  const { application } = useCore();
  if (!onOpen) return <>{targetName}</>;
  const href = application.getUrlForApp(appId, { path: `?run=${runId}` });
  return (
    <EuiLink
      href={href}
      onClick={onPlainClick(() => onOpen(runId))}
      data-test-subj={`earlierSetup-${runId}`}
    >
      {targetName}
    </EuiLink>
  );
}
