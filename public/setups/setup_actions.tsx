import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { MouseEvent, ReactElement } from 'react';
import type { RunStatus, RunSummary } from '../../common/run';
import { useCore } from '../api/core_context';
import { isConnected } from './is_connected';
import { viewProgress } from './setups_text';
import { rememberConnector } from '../shared/kibana/last_used_connector';
import { onPlainClick } from '../shared/plain_click';
import { chatOf } from '../shared/kibana/chat_app';

export interface SetupActions {
  /** Opens the run. */
  onOpen(runId: string): void;
  /** Opens the run and its deletion dialog. */
  onDelete(runId: string): void;
}

const text = {
  ask: i18n.translate('azureOpenaiSetup.setups.ask', { defaultMessage: 'Ask a test question' }),
  solve: i18n.translate('azureOpenaiSetup.setups.solve', { defaultMessage: 'View problem' }),
  delete: i18n.translate('azureOpenaiSetup.setups.delete', { defaultMessage: 'Delete' }),
};

/** Text of the link to a setup's run; absent for a deleted setup. */
const opening: Record<RunStatus, string | undefined> = {
  running: viewProgress,
  blocked: text.solve,
  finished: text.ask,
  undoing: viewProgress,
  undone: undefined,
};

/** Long translations need to wrap. */
export const wrapping = {
  size: 'xs',
  textProps: false,
  css: {
    maxInlineSize: '100%',
    blockSize: 'auto',
    minBlockSize: 24,
    whiteSpace: 'normal',
    textAlign: 'start',
  },
} as const;

interface ActionsOfSetupProps {
  run: RunSummary;
  actions: SetupActions;
}

/** The actions for a setup's state. */
export function ActionsOfSetup({ run, actions }: ActionsOfSetupProps): ReactElement {
  const { runId, status, isStopped, targetName, targetId } = run;
  const nameOf = (action: string) =>
    i18n.translate('azureOpenaiSetup.setups.actionName', {
      defaultMessage: '{action}: {name}',
      values: { action, name: targetName },
    });
  const isProblem = isStopped || (status === 'finished' && !isConnected(run));
  const open = opening[isProblem ? 'blocked' : status];
  return (
    <div css={{ display: 'flex', flexWrap: 'wrap' }}>
      {isConnected(run) && <OpenChat nameOf={nameOf} runId={runId} targetId={targetId} />}
      {open && (
        <EuiButtonEmpty
          {...wrapping}
          iconType={isConnected(run) ? 'play' : 'inspect'}
          aria-label={nameOf(open)}
          onClick={() => actions.onOpen(runId)}
          data-test-subj={`openSetup-${runId}`}
        >
          {open}
        </EuiButtonEmpty>
      )}
      {(status === 'finished' || status === 'blocked') && (
        <EuiButtonEmpty
          {...wrapping}
          color="danger"
          iconType="trash"
          aria-label={nameOf(text.delete)}
          onClick={() => actions.onDelete(runId)}
          data-test-subj={`deleteSetup-${runId}`}
        >
          {text.delete}
        </EuiButtonEmpty>
      )}
    </div>
  );
}

interface OpenChatProps {
  runId: string;
  targetId: string;
  nameOf(action: string): string;
}

/** The link to the preferred chat, if the person has one. */
function OpenChat({ runId, targetId, nameOf }: OpenChatProps): ReactElement | null {
  const core = useCore();
  const chat = chatOf(core, 'both');
  if (!chat) return null;
  const href = core.application.getUrlForApp(chat.appId, { path: chat.path });
  const open = onPlainClick(() => void core.application.navigateToUrl(href));
  return (
    // eslint-disable-next-line @elastic/eui/href-or-on-click -- within Kibana a link does not reload the page
    <EuiButtonEmpty
      {...wrapping}
      iconType="comment"
      href={href}
      aria-label={nameOf(chat.text)}
      onClick={(event: MouseEvent) => {
        rememberConnector(targetId);
        open(event);
      }}
      data-test-subj={`openChat-${runId}`}
    >
      {chat.text}
    </EuiButtonEmpty>
  );
}
