import type { AppDeepLink, CoreSetup } from '@kbn/core/public';
import type { HomePublicPluginSetup } from '@kbn/home-plugin/public';
import { i18n } from '@kbn/i18n';
import type { ManagementSetup } from '@kbn/management-plugin/public';
import type { SharePublicSetup } from '@kbn/share-plugin/public';
import { appId, setupLocator, setupPath } from './locator';

/** Optional plugins. Without them, people find the page by search or URL. */
export interface EntryDeps {
  home?: HomePublicPluginSetup;
  management?: ManagementSetup;
  share?: SharePublicSetup;
}

export const appRoute = '/app/azure_openai_setup';

/** Search keywords of this page. */
export const keywords = [
  ...['azure', 'openai', 'azure openai', 'gpt', 'llm', 'large language model'],
  ...[
    'connector',
    'ai connector',
    'inference endpoint',
    'ai assistant',
    'gen ai',
    'generative ai',
    'model deployment',
  ],
];

export const pageTitle = () =>
  i18n.translate('azureOpenaiSetup.plugin.title', { defaultMessage: 'Connect Azure OpenAI' });

const description = () =>
  i18n.translate('azureOpenaiSetup.plugin.description', {
    defaultMessage:
      'Deploy an Azure OpenAI model and connect it to the AI features in Kibana. Takes about 2 minutes.',
  });

/** Search results in addition to the page itself. */
export const deepLinks = (): AppDeepLink[] => [
  {
    id: 'security',
    title: i18n.translate('azureOpenaiSetup.plugin.forSecurity', {
      defaultMessage: 'Connect Azure OpenAI for Security',
    }),
    path: setupPath({ useCase: 'security' }),
    keywords: ['security ai assistant', 'attack discovery', 'azure openai'],
  },
  {
    id: 'observability',
    title: i18n.translate('azureOpenaiSetup.plugin.forObservability', {
      defaultMessage: 'Connect Azure OpenAI for Observability',
    }),
    path: setupPath({ useCase: 'observability' }),
    keywords: ['observability ai assistant', 'azure openai'],
  },
];

/** Entries in other plugins. The feature's privileges hide them from people who cannot use the page. */
export function registerEntries(core: CoreSetup, { home, management, share }: EntryDeps): void {
  management?.sections.section.insightsAndAlerting.registerApp({
    id: appId,
    title: pageTitle(),
    tip: description(),
    // Next to Connectors. Search finds the page itself.
    order: 3,
    hideFromGlobalSearch: true,
    mount: async () => {
      const [{ application }] = await core.getStartServices();
      await application.navigateToApp(appId, { replace: true });
      return () => {};
    },
  });
  home?.featureCatalogue.register({
    id: appId,
    title: pageTitle(),
    description: description(),
    icon: 'logoAzure',
    path: appRoute,
    category: 'admin',
    showOnHomePage: true,
    order: 650,
  });
  share?.url.locators.create(setupLocator);
}
