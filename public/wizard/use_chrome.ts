import type { AppMountParameters } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef } from 'react';
import type { Run } from '../../common/run';
import { useCore } from '../api/core_context';
import { isMoving } from '../api/use_run';
import { pageTitle } from './wizard_header';

/** The tab's title: "2/6 · Connect Azure OpenAI" while a setup goes on. */
function titleOf(run: Run | undefined): string {
  if (!run || !isMoving(run.status)) return pageTitle;
  return i18n.translate('azureOpenaiSetup.wizard.progressTitle', {
    defaultMessage: '{done, number}/{all, number} · {title}',
    values: {
      done: run.steps.filter(({ status }) => status === 'done').length,
      all: run.steps.length,
      title: pageTitle,
    },
  });
}

/** Title, breadcrumbs, and a question before what was entered is left. */
export function useChrome(
  run: Run | undefined,
  unsaved: boolean,
  onAppLeave: AppMountParameters['onAppLeave'],
): void {
  const { chrome } = useCore();
  const title = titleOf(run);
  useEffect(() => {
    chrome.docTitle.change(title);
  }, [chrome, title]);
  useEffect(() => {
    chrome.setBreadcrumbs([{ text: pageTitle }]);
  }, [chrome]);
  const asks = useRef(unsaved);
  useEffect(() => {
    asks.current = unsaved;
  }, [unsaved]);
  useEffect(() => {
    onAppLeave((actions) =>
      asks.current
        ? actions.confirm(
            i18n.translate('azureOpenaiSetup.wizard.leave.text', {
              defaultMessage: 'Nothing has been set up yet. Leave this page?',
            }),
            i18n.translate('azureOpenaiSetup.wizard.leave.title', {
              defaultMessage: 'Leave without setting up',
            }),
          )
        : actions.default(),
    );
  }, [onAppLeave]);
}
