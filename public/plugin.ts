import type { AppMountParameters, CoreSetup, Plugin } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';

/** Registers the page and nothing else: every page of Kibana loads this file. */
export class AzureOpenaiSetupPlugin implements Plugin {
  setup(core: CoreSetup): void {
    core.application.register({
      id: 'azureOpenaiSetup',
      title: i18n.translate('azureOpenaiSetup.plugin.title', {
        defaultMessage: 'Connect Azure OpenAI',
      }),
      appRoute: '/app/azure_openai_setup',
      euiIconType: 'logoAzure',
      category: {
        id: 'management',
        label: i18n.translate('azureOpenaiSetup.plugin.category', {
          defaultMessage: 'Management',
        }),
        order: 5000,
      },
      keywords: ['azure', 'openai', 'gpt', 'llm', 'ai assistant', 'ai connector', 'gen ai'],
      mount: async (params: AppMountParameters) => {
        const { renderApplication } = await import('./application');
        const [start] = await core.getStartServices();
        return renderApplication(start, params);
      },
    });
  }

  start(): void {}
}
