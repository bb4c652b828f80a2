import type { KibanaLocation, LocatorDefinition } from '@kbn/share-plugin/public';
import type { UseCase } from '../common/recommendation';

export const appId = 'azureOpenaiSetup';

/** The id of this page's locator in Kibana's `share` plugin. */
export const setupLocatorId = 'AZURE_OPENAI_SETUP_LOCATOR';

/**
 * Parameters of a link to this page. Anyone can write a URL, so the page checks them again: it ignores invalid ones,
 * with a notice.
 */
export type SetupLocatorParams = {
  /**
   * The page to return to after setup: a page of an app in the current space, `/app/<id>/...`, of at
   * most 2,000 characters. It gets the query parameter `connectorId`.
   */
  returnTo?: string;
  useCase?: UseCase;
  /** Name of the preselected model, in Azure's spelling, such as `gpt-5.2`. Ignored with `moveFrom`. */
  modelName?: string;
  /** Id of an OpenAI connector to Azure in the current space, to migrate to an inference endpoint. */
  moveFrom?: string;
};

/** The names of the parameters in the page's URL. */
export const setupParams = ['returnTo', 'useCase', 'modelName', 'moveFrom'] as const;

/** The page's path inside its app. */
export function setupPath(params: SetupLocatorParams): string {
  const query = new URLSearchParams();
  for (const name of setupParams) {
    const value = params[name];
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text && `?${text}`;
}

const getLocation = async (params: SetupLocatorParams): Promise<KibanaLocation> => ({
  app: appId,
  path: setupPath(params),
  state: {},
});

export const setupLocator: LocatorDefinition<SetupLocatorParams> = {
  id: setupLocatorId,
  getLocation,
};
