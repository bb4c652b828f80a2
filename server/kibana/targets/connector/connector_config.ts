import { refusesTemperature } from '../../../../common/models/model_limits';
import { acceptsKey, type ConfigKey } from '../../../core/catalog/config_keys';

interface ConfigFacts {
  /** Chat completions URL of the deployment. */
  url: string;
  /** Version of the running Kibana, for example `9.4.0`. */
  kibanaVersion: string;
  modelName: string;
  /** Size of the model's context window; absent if the catalog does not have it. */
  contextTokens?: number;
}

/** `apiProvider` of a connector to Azure OpenAI. */
export const azureProvider = 'Azure OpenAI';

interface ConnectorConfig {
  apiProvider: typeof azureProvider;
  apiUrl: string;
  contextWindowLength?: number;
  temperature?: number;
  defaultModel?: string;
}

/**
 * The connector's config with all keys that this Kibana accepts and that describe the model, which Kibana cannot see
 * behind an Azure deployment. Temperature 1 overrides the assistants' 0 for models that reject it.
 */
export function connectorConfig(facts: ConfigFacts): ConnectorConfig {
  const { url, kibanaVersion, modelName, contextTokens } = facts;
  const accepts = (key: ConfigKey) => acceptsKey(kibanaVersion, key);
  return {
    apiProvider: azureProvider,
    apiUrl: url,
    ...(contextTokens && accepts('contextWindowLength') && { contextWindowLength: contextTokens }),
    ...(refusesTemperature(modelName) && accepts('temperature') && { temperature: 1 }),
    ...(accepts('defaultModel') && { defaultModel: modelName }),
  };
}
