import type { SharePublicStart } from '@kbn/share-plugin/public';
import type { SetupLocatorParams } from '../../public';

/** URL of the setup page for "Connect Azure OpenAI"; `undefined` when the plugin is not installed. */
export async function azureOpenaiSetupUrl(share: SharePublicStart): Promise<string | undefined> {
  const locator = share.url.locators.get<SetupLocatorParams>('AZURE_OPENAI_SETUP_LOCATOR');
  return locator?.getUrl({
    returnTo: '/app/observabilityAIAssistant',
    useCase: 'observability',
    modelName: 'gpt-5.2',
  });
}

/** The connector to select when the user returns: one that the user can use here. */
export function connectorToSelect<Connector extends { id: string }>(
  search: string,
  connectors: readonly Connector[],
): Connector | undefined {
  const connectorId = new URLSearchParams(search).get('connectorId');
  return connectors.find(({ id }) => id === connectorId);
}
