import type {
  AppMountParameters,
  AppUpdater,
  CoreSetup,
  CoreStart,
  Plugin,
} from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import { Subject } from 'rxjs';
import {
  appRoute,
  deepLinks,
  keywords,
  pageTitle,
  registerEntries,
  type EntryDeps,
} from './entries';
import { appId } from './locator';

/** Registers the page and its entries, and nothing else: every page of Kibana loads this file. */
export class AzureOpenaiSetupPlugin implements Plugin<void, void, EntryDeps> {
  private readonly updater = new Subject<AppUpdater>();

  setup(core: CoreSetup, deps: EntryDeps): void {
    core.application.register({
      id: appId,
      title: pageTitle(),
      appRoute,
      euiIconType: 'logoAzure',
      category: {
        id: 'management',
        label: i18n.translate('azureOpenaiSetup.plugin.category', {
          defaultMessage: 'Management',
        }),
        order: 5000,
      },
      // Stack Management and the home page lead here, too. The navigation does not list a page that is used once.
      visibleIn: ['globalSearch'],
      keywords,
      deepLinks: deepLinks(),
      updater$: this.updater,
      mount: async (params: AppMountParameters) => {
        const { renderApplication } = await import('./application');
        const [start] = await core.getStartServices();
        return renderApplication(start, params);
      },
    });
    registerEntries(core, deps);
  }

  /** Hides the app from users with the read privilege only. Its URL still works and shows the missing privilege. */
  start({ application: { capabilities } }: CoreStart): void {
    if (capabilities[appId]?.['manage'] !== true) {
      this.updater.next(() => ({ visibleIn: [], deepLinks: [] }));
    }
  }
}
