import Boom from '@hapi/boom';
import type { KibanaRequest } from '@kbn/core/server';
import type { ChatCompleteOptions } from '@kbn/inference-plugin/server';
import * as v from 'valibot';
import type { ActionsClient } from '../actions/actions_client';
import type { ElasticsearchClients } from '../elasticsearch/client';
import type { ResponseFactory } from '../http/responses';
import { checkedBy } from '../http/route_validation';
import type { createRouter } from '../http/router';
import type { Settings } from '../config/settings';
import { object } from '../../shapes';
import { fieldOf, messageOf } from '../config/unknown_values';
import { adapterRules } from './adapter_rules';
import { createChat } from './chat_complete';
import { createConnectorList } from './connector_list';

interface Options {
  version: string;
  settings: Settings;
  elasticsearch: Pick<ElasticsearchClients, 'asInternalUser' | 'asScoped'>;
  clientOf(request: KibanaRequest): Promise<Pick<ActionsClient, 'get' | 'getAll' | 'execute'>>;
}

const question = object({
  connectorId: v.string(),
  messages: v.array(object({ role: v.literal('user'), content: v.string() })),
});
const security = {
  authz: { enabled: false, reason: 'Elasticsearch and actions check the privileges.' },
};
const internal = { access: 'internal' as const, security };

/** Kibana's plugin `inference`: its start contract by minor, and the two routes that chats of this host call. */
export function createInference({ version, settings, ...options }: Options) {
  const rules = adapterRules(version, settings);
  const list = createConnectorList({ ...options, rules });
  const { getConnectorList } = list;
  const chatComplete = createChat({ ...options, rules, list });
  const getClient = ({ request }: { request: KibanaRequest }) => ({
    chatComplete: (chat: ChatCompleteOptions & { stream?: boolean }) => chatComplete(request, chat),
  });
  return {
    getConnectorList,
    contract: { setup: {}, start: { getConnectorList, getClient } },
    registerRoutes(router: ReturnType<typeof createRouter>) {
      router.versioned['get']?.({ ...internal, path: '/internal/inference/connectors' }).addVersion(
        { version: '1', validate: false },
        async (_context, request, response) =>
          answered(response, async () => ({ connectors: await getConnectorList(request) })),
      );
      router.versioned['post']?.({
        ...internal,
        path: '/internal/inference/chat_complete',
      }).addVersion(
        { version: '1', validate: { request: { body: checkedBy(question) } } },
        async (_context, request, response) =>
          answered(response, () => chatComplete(request, v.parse(question, request.body))),
      );
    },
  };
}

/** A failure keeps the status of Elasticsearch, of the provider or of Kibana. */
async function answered(response: ResponseFactory, act: () => unknown) {
  try {
    return response.ok({ body: await act() });
  } catch (error) {
    const status = Boom.isBoom(error)
      ? error.output.statusCode
      : Number(fieldOf(error, 'statusCode') ?? fieldOf(fieldOf(error, 'meta'), 'status'));
    const body = { message: messageOf(error) };
    return response.customError({ statusCode: status >= 400 ? status : 500, body });
  }
}
