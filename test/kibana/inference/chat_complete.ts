import { Readable } from 'node:stream';
import type { KibanaRequest } from '@kbn/core/server';
import type {
  ChatCompleteOptions,
  ChatCompletion,
  ChatCompletionEvent,
  InferenceConnector,
} from '@kbn/inference-plugin/server';
import { from, type Observable } from 'rxjs';
import type { ActionsClient } from '../actions/actions_client';
import type { ElasticsearchClients } from '../elasticsearch/client';
import type { AdapterRules } from './adapter_rules';
import { chatEvents } from './chat_events';
import type { ConnectorList } from './connector_list';
import { InferenceTaskError } from './inference_error';

interface ChatOptions {
  rules: AdapterRules;
  list: Pick<ConnectorList, 'getConnectorById'>;
  elasticsearch: Pick<ElasticsearchClients, 'asScoped'>;
  clientOf(request: KibanaRequest): Promise<Pick<ActionsClient, 'execute'>>;
}

const endpointTimeout = 180_000;

/** The part of OpenAI's request that is the same for connectors and endpoints. */
function openAiRequest({ system, messages, tools = {}, toolChoice }: ChatCompleteOptions) {
  const offered = Object.entries(tools).map(([name, { description, schema }]) => ({
    type: 'function',
    function: { name, description, parameters: schema ?? { type: 'object', properties: {} } },
  }));
  const choice =
    typeof toolChoice === 'object'
      ? { type: 'function', function: { name: toolChoice.function } }
      : toolChoice;
  return {
    messages: [...(system === undefined ? [] : [{ role: 'system', content: system }]), ...messages],
    ...(offered.length > 0 && { tools: offered, ...(choice && { tool_choice: choice }) }),
  };
}

/** E19: the temperature is left out for models that are known to refuse it, by the name in the config. */
const temperatureOf = ({ defaultModel, temperature }: Record<string, unknown>) =>
  typeof defaultModel === 'string' && /\b(o1|o3|gpt-5)/.test(defaultModel)
    ? {}
    : { temperature: typeof temperature === 'number' ? temperature : 0 };

export function createChat({ rules, list, elasticsearch, clientOf }: ChatOptions) {
  /** Through the connector's sub-action `stream`, as the person. */
  async function askConnector(
    request: KibanaRequest,
    { config }: InferenceConnector,
    options: ChatCompleteOptions,
  ): Promise<Readable> {
    const body = { ...temperatureOf(config), ...openAiRequest(options), stream: true };
    const result = await (
      await clientOf(request)
    ).execute({
      actionId: options.connectorId,
      params: {
        subAction: 'stream',
        subActionParams: {
          body: JSON.stringify(body),
          stream: true,
          ...(options.abortSignal && { signal: options.abortSignal }),
        },
      },
    });
    if (result.status === 'ok' && result.data instanceof Readable) return result.data;
    const words = result.serviceMessage ?? result.message ?? 'Unexpected error';
    const status = /Status code: (\d+)/.exec(words)?.[1];
    throw new InferenceTaskError('providerError', words, status ? { status: Number(status) } : {});
  }

  /** E20 to E22: through Elasticsearch, as the person. */
  async function askEndpoint(
    request: KibanaRequest,
    { connectorId }: InferenceConnector,
    options: ChatCompleteOptions,
  ): Promise<Readable> {
    const body = openAiRequest(options);
    const answer: unknown = await elasticsearch.asScoped(request).asCurrentUser.transport.request(
      {
        method: 'POST',
        path: `/_inference/chat_completion/${encodeURIComponent(connectorId)}/_stream`,
        querystring: { timeout: `${Math.ceil(endpointTimeout / 60_000)}m` },
        body: {
          ...(rules.endpoints === 'zero_temperature' && { temperature: 0 }),
          ...body,
          ...(rules.endpoints === 'no_reasoning' &&
            'tools' in body && { reasoning: { effort: 'none' } }),
        },
      },
      {
        asStream: true,
        requestTimeout: endpointTimeout,
        headers: { 'accept-encoding': 'identity' },
        ...(options.abortSignal && { signal: options.abortSignal }),
      },
    );
    if (answer instanceof Readable) return answer;
    throw new InferenceTaskError('internalError', 'Elasticsearch answered no stream.');
  }

  async function* events(request: KibanaRequest, options: ChatCompleteOptions) {
    const connector = await list.getConnectorById(options.connectorId, request);
    const ask = connector.isInferenceEndpoint ? askEndpoint : askConnector;
    yield* chatEvents(await ask(request, connector, options), Object.keys(options.tools ?? {}));
  }

  async function whole(
    request: KibanaRequest,
    options: ChatCompleteOptions,
  ): Promise<ChatCompletion> {
    for await (const event of events(request, options)) {
      if (event.type === 'chatCompletionMessage') {
        return { content: event.content, toolCalls: event.toolCalls };
      }
    }
    throw new InferenceTaskError('internalError', 'The answer has no end.');
  }

  function chatComplete(
    request: KibanaRequest,
    options: ChatCompleteOptions & { stream: true },
  ): Observable<ChatCompletionEvent>;
  function chatComplete(
    request: KibanaRequest,
    options: ChatCompleteOptions & { stream?: boolean },
  ): Observable<ChatCompletionEvent> | Promise<ChatCompletion>;
  function chatComplete(
    request: KibanaRequest,
    options: ChatCompleteOptions & { stream?: boolean },
  ) {
    return options.stream ? from(events(request, options)) : whole(request, options);
  }
  return chatComplete;
}
