import type {
  Connector,
  PluginSetupContract,
  PluginStartContract,
} from '@kbn/actions-plugin/server';
import type { CoreStart, KibanaRequest } from '@kbn/core/server';
import type { LicensingPluginStart } from '@kbn/licensing-plugin/server';
import { SetupError } from '../../common/problem';
import { answerOf, refusalOf } from './answer';
import { connectorConfig } from './connector_config';
import { reach } from './reach';
import { runProbe, type Execute } from './probe';
import type { Connectors, NewOpenAiConnector, OpenAiConnector } from './connectors';
import { statusOf } from '../status_of';

export const connectorType = '.gen-ai';

/** The smallest common question: no token limit and no temperature, which some models refuse. */
const question = JSON.stringify({
  messages: [
    { role: 'user', content: 'Say hello to the Kibana administrator in one short sentence.' },
  ],
});

export interface ConnectorServices {
  actionsSetup: PluginSetupContract;
  actions: PluginStartContract;
  licensing: LicensingPluginStart;
  core: CoreStart;
  canEncrypt: boolean;
  /** Of the running Kibana: its connector's config grew with the minors. */
  kibanaVersion: string;
}

/** What Kibana's refusal of a new connector means, by HTTP status. */
function refusal(error: unknown): SetupError {
  const status = statusOf(error);
  if (status === 409) return new SetupError({ code: 'connector_conflict' });
  if (status === 403) return new SetupError({ code: 'connector_privilege_missing' });
  // `ActionTypeDisabledError`: `config`, or `license_unavailable`, `license_invalid`, `license_expired`.
  if (error instanceof Error && 'reason' in error) {
    const byLicence = String(error.reason).startsWith('license');
    return new SetupError({ code: byLicence ? 'licence_insufficient' : 'connector_type_disabled' });
  }
  return new SetupError({ code: 'connector_refused', ...(status ? { detail: { status } } : {}) });
}

const toOpenAi = ({ id, name, config }: Connector): OpenAiConnector => {
  const apiUrl = config?.apiUrl;
  return { id, name, ...(typeof apiUrl === 'string' ? { apiUrl } : {}) };
};

/** Kibana's connectors, as the person behind the request and in the request's space. */
export function createKibanaConnectors(
  { actionsSetup, actions, licensing, core, canEncrypt, kibanaVersion }: ConnectorServices,
  request: KibanaRequest,
): Connectors {
  const client = () => actions.getActionsClientWithRequest(request);

  return {
    async home() {
      const [license, capabilities, apiKeysEnabled] = await Promise.all([
        licensing.getLicense(),
        core.capabilities.resolveCapabilities(request, { capabilityPath: 'actions.*' }),
        core.security.authc.apiKeys.areAPIKeysEnabled(),
      ]);
      return {
        canEncrypt: canEncrypt && actionsSetup.getActionsHealth().hasPermanentEncryptionKey,
        licence: license.type ?? 'unknown',
        licenceSufficient: license.isActive && license.hasAtLeast('enterprise'),
        typeEnabled: actionsSetup.isActionTypeEnabled(connectorType, { notifyUsage: false }),
        canSave: capabilities.actions?.save === true,
        apiKeysEnabled,
        isUrlAllowed: (url) => actionsSetup.getActionsConfigurationUtilities().isUriAllowed(url),
      };
    },

    reach: (url) => {
      const actionsConfig = actionsSetup.getActionsConfigurationUtilities();
      return reach(url, {
        proxy: actionsConfig.getProxySettings(),
        verificationMode: actionsConfig.getSSLSettings().verificationMode,
      });
    },

    async get(id) {
      try {
        return toOpenAi(await (await client()).get({ id }));
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw refusal(error);
      }
    },

    async list() {
      // Who may not see connectors sees none; the checks say what is missing.
      const all = await client()
        .then((c) => c.getAll())
        .catch(() => []);
      return all.filter(({ actionTypeId }) => actionTypeId === connectorType).map(toOpenAi);
    },

    async create(connector: NewOpenAiConnector) {
      const { id, name, apiUrl, apiKey, modelName, contextTokens } = connector;
      try {
        await (
          await client()
        ).create({
          action: {
            actionTypeId: connectorType,
            name,
            config: { ...connectorConfig({ apiUrl, modelName, contextTokens, kibanaVersion }) },
            secrets: { apiKey },
          },
          options: { id },
        });
      } catch (error) {
        throw refusal(error);
      }
    },

    async delete(id) {
      try {
        await (await client()).delete({ id });
      } catch (error) {
        if (statusOf(error) !== 404) throw refusal(error);
      }
    },

    async ask(id) {
      const params = { subAction: 'test', subActionParams: { body: question } };
      const result = await (
        await client()
      )
        .execute({ actionId: id, params })
        .catch((error: unknown) => {
          throw refusal(error);
        });
      if (result.status === 'ok') return answerOf(result.data);
      return refusalOf(result.serviceMessage ?? result.message ?? '');
    },

    async probe(id, probe) {
      const actionsClient = await client();
      const { config } = await actionsClient.get({ id });
      // What the assistants send unless the connector says otherwise.
      const temperature = typeof config?.temperature === 'number' ? config.temperature : 0;
      const execute: Execute = (params) => actionsClient.execute({ actionId: id, params });
      return runProbe(probe, { execute, temperature });
    },
  };
}
