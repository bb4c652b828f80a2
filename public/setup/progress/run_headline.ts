import { i18n } from '@kbn/i18n';
import type { Run } from '../../../common/run';
import { modelTitle } from '../../../common/words/format';
import { progressText } from '../../../common/words/progress_text';
import { isMoving } from '../../api/queries';
import type { Progress } from './run_progress';
import { doneText } from '../done/done_text';

const text = {
  finishing: i18n.translate('azureOpenaiSetup.progress.finishing', {
    defaultMessage: 'Setup is finishing',
  }),
  stopped: i18n.translate('azureOpenaiSetup.progress.stopped', { defaultMessage: 'Setup stopped' }),
  changed: i18n.translate('azureOpenaiSetup.progress.changed', {
    defaultMessage: 'The throughput was changed',
  }),
  changeStopped: i18n.translate('azureOpenaiSetup.progress.changeStopped', {
    defaultMessage: 'The throughput change stopped',
  }),
  changeCanceled: i18n.translate('azureOpenaiSetup.progress.changeCanceled', {
    defaultMessage: 'The throughput change was canceled',
  }),
  deleting: i18n.translate('azureOpenaiSetup.progress.deleting', {
    defaultMessage: 'Deleting created resources',
  }),
  deletionStopped: i18n.translate('azureOpenaiSetup.progress.deletionStopped', {
    defaultMessage: 'Deletion stopped',
  }),
  deleted: i18n.translate('azureOpenaiSetup.progress.deleted', {
    defaultMessage: 'Everything was deleted',
  }),
  deletedOwn: i18n.translate('azureOpenaiSetup.progress.deletedOwn', {
    defaultMessage: 'Everything that setup created was deleted',
  }),
  keptSome: i18n.translate('azureOpenaiSetup.progress.keptSome', {
    defaultMessage: 'Some resources were kept',
  }),
  canceled: i18n.translate('azureOpenaiSetup.progress.canceled', {
    defaultMessage: 'Setup was canceled',
  }),
};

/** The headline for the state of a run. */
export function headlineOf(run: Run, { current, rows }: Progress): string {
  const { request } = run;
  const isChange = run.workflow === 'change_size';
  switch (run.status) {
    case 'running': {
      const next = current ?? rows.find(({ line }) => line.status === 'pending');
      return next ? progressText[next.line.step].working(request) : text.finishing;
    }
    case 'blocked':
      return isChange ? text.changeStopped : text.stopped;
    case 'finished':
      return isChange ? text.changed : doneText.title(modelTitle(request.modelName));
    case 'undoing':
      if (!isMoving(run)) return text.deletionStopped;
      return (current && progressText[current.line.step].deleting?.(request)) ?? text.deleting;
    case 'undone':
      if (isChange) return text.changeCanceled;
      if (rows.some(({ line }) => line.status === 'kept' && line.problem)) return text.keptSome;
      if (!rows.some(({ line }) => line.status === 'removed')) return text.canceled;
      return rows.some(({ line }) => line.outcome === 'reused') ? text.deletedOwn : text.deleted;
  }
}
