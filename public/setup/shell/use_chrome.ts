import type { AppMountParameters } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import { useEffect } from 'react';
import { isMoving, type Run } from '../../../common/run';
import { useCore } from '../../api/core_context';
import { pageTitle } from './page_header';

/** The tab's title: "2/6 · Connect Azure OpenAI" while a setup is running. */
function titleOf(run: Run | undefined): string {
  if (!run || !isMoving(run)) return pageTitle;
  return i18n.translate('azureOpenaiSetup.header.progressTitle', {
    defaultMessage: '{done, number}/{all, number} · {title}',
    values: {
      done: run.steps.filter(({ status }) => status === 'done').length,
      all: run.steps.length,
      title: pageTitle,
    },
  });
}

const managementTitle = i18n.translate('azureOpenaiSetup.plugin.management', {
  defaultMessage: 'Stack Management',
});

const help = {
  appName: pageTitle,
  links: [
    {
      linkType: 'documentation' as const,
      href: 'https://www.elastic.co/docs/solutions/security/ai/connect-to-azure-openai',
    },
    {
      linkType: 'custom' as const,
      href: 'https://learn.microsoft.com/azure/ai-foundry/openai/overview',
      content: i18n.translate('azureOpenaiSetup.header.help.azure', {
        defaultMessage: 'Azure OpenAI documentation',
      }),
      external: true,
    },
  ],
};

/** Title, breadcrumbs, help, and a confirmation before the person leaves unsaved values. */
export function useChrome(
  run: Run | undefined,
  unsaved: boolean,
  onAppLeave: AppMountParameters['onAppLeave'],
): void {
  const { application, chrome } = useCore();
  const title = titleOf(run);
  useEffect(() => {
    chrome.docTitle.change(title);
  }, [chrome, title]);
  useEffect(() => {
    const trail = [
      ...(application.capabilities.navLinks['management']
        ? [{ text: managementTitle, href: application.getUrlForApp('management') }]
        : []),
      { text: pageTitle },
    ];
    chrome.setBreadcrumbs(trail, { project: { value: trail, absolute: true } });
    chrome.setHelpExtension(help);
  }, [application, chrome]);
  useEffect(() => {
    onAppLeave((actions) =>
      unsaved
        ? actions.confirm(
            i18n.translate('azureOpenaiSetup.leave.text', {
              defaultMessage: "Setup hasn't started. Leave this page?",
            }),
            i18n.translate('azureOpenaiSetup.leave.title', {
              defaultMessage: 'Leave without setting up',
            }),
          )
        : actions.default(),
    );
  }, [onAppLeave, unsaved]);
}
