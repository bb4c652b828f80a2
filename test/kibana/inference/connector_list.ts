import Boom from '@hapi/boom';
import type { KibanaRequest } from '@kbn/core/server';
import type { InferenceConnector } from '@kbn/inference-plugin/server';
import type { ActionsClient } from '../actions/actions_client';
import type { ElasticsearchClients } from '../elasticsearch/client';
import { originOf } from '../http/kibana_request';
import type { UiSettingsClients } from '../ui_settings/client';
import { defaultConnector } from '../ui_settings/registered';
import { entriesOf, fieldOf } from '../config/unknown_values';
import type { AdapterRules } from './adapter_rules';
import { InferenceTaskError } from './inference_error';

interface ConnectorListOptions {
  rules: AdapterRules;
  uiSettings: UiSettingsClients;
  elasticsearch: Pick<ElasticsearchClients, 'asInternalUser'>;
  clientOf(request: KibanaRequest): Promise<Pick<ActionsClient, 'get' | 'getAll'>>;
}

type StackConnector = Awaited<ReturnType<ActionsClient['get']>>;

/** The types that assistants can ask; `.inference` only for chat completions. */
const isSupported = ({ actionTypeId, config }: StackConnector): boolean =>
  actionTypeId === '.inference'
    ? fieldOf(config, 'taskType') === 'chat_completion'
    : ['.gen-ai', '.bedrock', '.gemini'].includes(actionTypeId);

const fromStack = ({ id, name, actionTypeId, config }: StackConnector): InferenceConnector => ({
  connectorId: id,
  name,
  type: actionTypeId,
  config: { ...config },
});

/** The models that assistants see: connectors of the space and, from 9.4 on, endpoints of the cluster. */
export function createConnectorList(options: ConnectorListOptions) {
  const { rules, uiSettings, elasticsearch, clientOf } = options;

  /** As Kibana's own user, so people without cluster privileges see them, too. */
  async function getInferenceEndpoints(): Promise<InferenceConnector[]> {
    const { endpoints } = await elasticsearch.asInternalUser.inference.get({
      inference_id: '_all',
    });
    return endpoints
      .filter(({ task_type: type }) => type === 'chat_completion')
      .map(({ inference_id: id, service, service_settings: settings }) => ({
        connectorId: id,
        name: id,
        type: '.inference',
        config: {
          inferenceId: id,
          provider: service,
          taskType: 'chat_completion',
          providerConfig: Object.fromEntries(entriesOf(settings)),
        },
        isInferenceEndpoint: true,
      }));
  }

  async function getConnectorList(request: KibanaRequest): Promise<InferenceConnector[]> {
    const stack = (await (await clientOf(request)).getAll()).filter(isSupported).map(fromStack);
    if (!rules.listsEndpoints) return stack;
    const endpoints = await getInferenceEndpoints();
    const isBound = ({ config }: InferenceConnector) =>
      endpoints.some(({ connectorId }) => connectorId === config['inferenceId']);
    return [...stack.filter((one) => !isBound(one)), ...endpoints];
  }

  async function getConnectorById(id: string, request: KibanaRequest): Promise<InferenceConnector> {
    const client = await clientOf(request);
    const connector = await client.get({ id }).catch((error: unknown) => {
      if (Boom.isBoom(error, 404)) return undefined;
      throw error;
    });
    if (connector && isSupported(connector)) return fromStack(connector);
    const endpoints = rules.listsEndpoints ? await getInferenceEndpoints() : [];
    const endpoint = endpoints.find(({ connectorId }) => connectorId === id);
    if (endpoint) return endpoint;
    throw new InferenceTaskError('requestError', `No connector found for id '${id}'`, {
      status: 400,
    });
  }

  async function getDefaultConnector(request: KibanaRequest): Promise<InferenceConnector> {
    const list = await getConnectorList(request);
    const { principal, spaceId } = originOf(request);
    const wanted = rules.followsDefault
      ? await uiSettings.asScoped(principal, spaceId).get(defaultConnector)
      : undefined;
    const chosen =
      list.find(({ connectorId }) => connectorId === wanted) ??
      list.find(({ type }) => type === '.inference') ??
      list.find(({ type }) => type === '.gen-ai');
    if (chosen) return chosen;
    throw new InferenceTaskError('requestError', 'No connectors available', { status: 404 });
  }

  return { getConnectorList, getConnectorById, getDefaultConnector, getInferenceEndpoints };
}
export type ConnectorList = ReturnType<typeof createConnectorList>;
