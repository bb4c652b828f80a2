import Boom from '@hapi/boom';
import type { KibanaRequest } from '@kbn/core/server';
import type { InferenceConnector } from '@kbn/inference-plugin/server';
import type { ActionsClient } from '../actions/actions_client';
import type { ElasticsearchClients } from '../elasticsearch/client';
import { entriesOf } from '../config/unknown_values';
import type { AdapterRules } from './adapter_rules';
import { InferenceTaskError } from './inference_error';

interface ConnectorListOptions {
  rules: AdapterRules;
  elasticsearch: Pick<ElasticsearchClients, 'asInternalUser'>;
  clientOf(request: KibanaRequest): Promise<Pick<ActionsClient, 'get' | 'getAll'>>;
}

type StackConnector = Awaited<ReturnType<ActionsClient['get']>>;

const fromStack = ({ id, name, actionTypeId, config }: StackConnector): InferenceConnector => ({
  connectorId: id,
  name,
  type: actionTypeId,
  config: { ...config },
});

/** The models that assistants see: connectors of the space and, from 9.4 on, endpoints of the cluster. */
export function createConnectorList(options: ConnectorListOptions) {
  const { rules, elasticsearch, clientOf } = options;

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
    const stack = (await (await clientOf(request)).getAll()).map(fromStack);
    return rules.listsEndpoints ? [...stack, ...(await getInferenceEndpoints())] : stack;
  }

  async function getConnectorById(id: string, request: KibanaRequest): Promise<InferenceConnector> {
    const client = await clientOf(request);
    const connector = await client.get({ id }).catch((error: unknown) => {
      if (Boom.isBoom(error, 404)) return undefined;
      throw error;
    });
    if (connector) return fromStack(connector);
    const endpoints = rules.listsEndpoints ? await getInferenceEndpoints() : [];
    const endpoint = endpoints.find(({ connectorId }) => connectorId === id);
    if (endpoint) return endpoint;
    throw new InferenceTaskError('requestError', `No connector found for id '${id}'`, {
      status: 400,
    });
  }

  return { getConnectorList, getConnectorById };
}
export type ConnectorList = ReturnType<typeof createConnectorList>;
