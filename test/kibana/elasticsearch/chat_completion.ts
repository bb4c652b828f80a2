import { askAzure } from './azure_chat';
import { refusal } from './elasticsearch_error';
import { privilegesTo, type InferenceOptions } from './inference_api';
import { authorize, milliseconds, refuseParameters, type RestRequest } from './rest_request';
import { unifiedStream } from './unified_stream';

const known = [
  'messages',
  'model',
  'max_completion_tokens',
  'stop',
  'temperature',
  'tool_choice',
  'tools',
  'top_p',
];

/** E14: a chat completion, always streamed. A refusal has the form of OpenAI's API. */
export async function stream(request: RestRequest, options: InferenceOptions) {
  const { rules, store } = options;
  const [, id = ''] = request.parts;
  refuseParameters(request, ['timeout']);
  const timeoutMs = milliseconds(request, 'timeout', rules.defaultTimeoutMs);
  const { reasoning, ...body } = await request.body();
  authorize(request, 'cluster:monitor/xpack/inference/unified', privilegesTo.monitor);
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownField(unknown);
  if (reasoning !== undefined && rules.reasoning === 'unknown_field')
    throw unknownField('reasoning');
  if (!Array.isArray(body['messages'])) {
    throw refusal(400, 'illegal_argument_exception', 'Required [messages]');
  }
  const { serviceSettings, taskSettings, taskType } = store.get(id);
  if (taskType !== 'chat_completion') {
    throw refusal(
      400,
      'status_exception',
      `Incompatible task_type for unified API, the requested type [chat_completion] must be one of [${taskType}]`,
    );
  }
  if (reasoning !== undefined) {
    throw refusal(
      400,
      'unsupported_operation_exception',
      'The azureopenai service does not support reasoning in chat completion requests',
    );
  }
  const config = { serviceSettings, taskSettings, secrets: await store.secretsOf(id) };
  const call = { inferenceId: id, config, body, timeoutMs, signal: request.signal };
  return { stream: unifiedStream(await askAzure(call, options.outside)) };
}

const unknownField = (name: string) =>
  refusal(
    400,
    'x_content_parse_exception',
    `[1:1] [unified_completion_request_builder] unknown field [${name}]`,
  );
