import type { CatalogueModel } from '../catalogue/catalogue_model';
import type { Reply, Rule } from '../http/message';
import { hasParameter } from './api_versions';
import { estimateTokens, knownParameters, textOfMessages, type ChatBody } from './chat_body';
import { modelError } from './data_error';

/** A request to the model that is well-formed so far. */
interface ChatRequest {
  model: CatalogueModel;
  /** A dated version, or `v1`. */
  apiVersion: string;
  raw: Readonly<Record<string, unknown>>;
  body: ChatBody;
}

/** A message with this word trips the content filter. */
export const filteredWord = 'contentfiltertrigger';

const given = ({ raw }: ChatRequest, name: string): boolean =>
  raw[name] !== undefined && raw[name] !== null;

const unrecognized: Rule<ChatRequest> = ({ raw, apiVersion }) => {
  const name = Object.keys(raw).find(
    (key) => !knownParameters.includes(key) || !hasParameter(apiVersion, key),
  );
  return name === undefined
    ? undefined
    : modelError(null, `Unrecognized request argument supplied: ${name}`);
};

const unsupported = (name: string, instead = '') =>
  modelError(
    'unsupported_parameter',
    `Unsupported parameter: '${name}' is not supported with this model.${instead}`,
    name,
  );

const reasoningRefuses = ['logprobs', 'top_logprobs', 'logit_bias'];
const defaultOnly: Readonly<Record<string, number>> = {
  temperature: 1,
  top_p: 1,
  presence_penalty: 0,
  frequency_penalty: 0,
};

const reasoningParameters: Rule<ChatRequest> = (request) => {
  if (!request.model.reasoning) return undefined;
  if (given(request, 'max_tokens'))
    return unsupported('max_tokens', " Use 'max_completion_tokens' instead.");
  const refused = reasoningRefuses.find((name) => given(request, name));
  if (refused !== undefined) return unsupported(refused);
  const odd = Object.entries(defaultOnly).find(
    ([name, only]) => given(request, name) && request.raw[name] !== only,
  );
  if (!odd) return undefined;
  const [name, only] = odd;
  return modelError(
    'unsupported_value',
    `Unsupported value: '${name}' does not support ${String(request.raw[name])} with this model. Only the default (${only}) value is supported.`,
    name,
  );
};

const effort: Rule<ChatRequest> = ({ model, body }) => {
  const wanted = body.reasoning_effort;
  if (wanted === undefined || wanted === null) return undefined;
  if (!model.reasoning || !model.efforts)
    return modelError(null, 'Unrecognized request argument supplied: reasoning_effort');
  return model.efforts.includes(wanted)
    ? undefined
    : modelError(
        'unsupported_value',
        `Unsupported value: 'reasoning_effort' does not support '${wanted}' with this model. Supported values are: ${model.efforts.map((name) => `'${name}'`).join(', ')}.`,
        'reasoning_effort',
      );
};

const tools: Rule<ChatRequest> = ({ model, body }) => {
  const some = (body.tools ?? []).length > 0;
  if (body.parallel_tool_calls !== undefined && !some)
    return modelError(
      null,
      "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when 'tools' are specified.",
      'parallel_tool_calls',
    );
  if (body.parallel_tool_calls !== undefined && model.name.startsWith('o'))
    return unsupported('parallel_tool_calls');
  if (body.tool_choice && !some)
    return modelError(
      null,
      "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
      'tool_choice',
    );
  const used = body.reasoning_effort ?? model.efforts?.[0];
  return some && model.toolsRefuseEffort && used !== 'none'
    ? modelError(
        null,
        `Function tools with reasoning_effort are not supported for ${model.name} in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.`,
        'reasoning_effort',
      )
    : undefined;
};

const streamOptions: Rule<ChatRequest> = ({ body }) =>
  body.stream_options && body.stream !== true
    ? modelError(
        null,
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
        'stream_options',
      )
    : undefined;

const contextLength: Rule<ChatRequest> = ({ model, body }) => {
  const limit = Number(model.capabilities.maxContextToken ?? 128_000);
  const tokens = estimateTokens(textOfMessages(body));
  return tokens <= limit
    ? undefined
    : modelError(
        'context_length_exceeded',
        `This model's maximum context length is ${limit} tokens. However, your messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
        'messages',
      );
};

const safe = { filtered: false, severity: 'safe' };
const contentFilter: Rule<ChatRequest> = ({ body }): Reply | undefined =>
  textOfMessages(body).toLowerCase().includes(filteredWord)
    ? {
        status: 400,
        json: {
          error: {
            message:
              "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry. To learn more about our content filtering policies please read our documentation: https://go.microsoft.com/fwlink/?linkid=2198766",
            type: null,
            param: 'prompt',
            code: 'content_filter',
            status: 400,
            innererror: {
              code: 'ResponsibleAIPolicyViolation',
              content_filter_result: {
                hate: safe,
                self_harm: safe,
                sexual: safe,
                violence: { filtered: true, severity: 'medium' },
                jailbreak: { filtered: false, detected: false },
              },
            },
          },
        },
      }
    : undefined;

export const chatRules: readonly Rule<ChatRequest>[] = [
  unrecognized,
  reasoningParameters,
  effort,
  tools,
  streamOptions,
  contextLength,
  contentFilter,
];
