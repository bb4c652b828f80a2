import { i18n } from '@kbn/i18n';
import { isMoving, type Run } from '../../../common/run';
import { progressText } from '../../../common/words/progress_text';
import { workflowText } from '../../../common/words/workflow_text';
import type { Progress } from './run_progress';

const text = {
  finishing: i18n.translate('azureOpenaiSetup.progress.finishing', {
    defaultMessage: 'Setup is finishing',
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
};

/** The headline for the state of a run. */
export function headlineOf(run: Run, { current, rows }: Progress): string {
  const { request } = run;
  const { stopped, finished, canceled } = workflowText[run.workflow];
  switch (run.status) {
    case 'running': {
      const next = current ?? rows.find(({ line }) => line.status === 'pending');
      return next ? progressText[next.line.step].working(request) : text.finishing;
    }
    case 'blocked':
      return stopped;
    case 'finished':
      return finished(request);
    case 'undoing':
      if (!isMoving(run)) return text.deletionStopped;
      return (current && progressText[current.line.step].deleting?.(request)) ?? text.deleting;
    case 'undone':
      if (rows.some(({ line }) => line.status === 'kept' && line.problem)) return text.keptSome;
      if (!rows.some(({ line }) => line.status === 'removed')) return canceled;
      return rows.some(({ line }) => line.outcome === 'reused') ? text.deletedOwn : text.deleted;
  }
}
