import { i18n } from '@kbn/i18n';
import type { SetupRequest } from '../setup_request';
import type { WorkflowId } from '../steps';
import { modelTitle } from './format';

/** The headlines of a run that is over, or waits for a person. */
interface WorkflowText {
  stopped: string;
  finished(request: SetupRequest): string;
  /** It was undone, and there was nothing to delete. */
  canceled: string;
}

export const workflowText: Record<WorkflowId, WorkflowText> = {
  set_up: {
    stopped: i18n.translate('azureOpenaiSetup.progress.stopped', {
      defaultMessage: 'Setup stopped',
    }),
    finished: ({ modelName }) =>
      i18n.translate('azureOpenaiSetup.done.title', {
        defaultMessage: '{model} is connected',
        values: { model: modelTitle(modelName) },
      }),
    canceled: i18n.translate('azureOpenaiSetup.progress.canceled', {
      defaultMessage: 'Setup was canceled',
    }),
  },
  change_size: {
    stopped: i18n.translate('azureOpenaiSetup.progress.changeStopped', {
      defaultMessage: 'The throughput change stopped',
    }),
    finished: () =>
      i18n.translate('azureOpenaiSetup.progress.changed', {
        defaultMessage: 'The throughput was changed',
      }),
    canceled: i18n.translate('azureOpenaiSetup.progress.changeCanceled', {
      defaultMessage: 'The throughput change was canceled',
    }),
  },
};
