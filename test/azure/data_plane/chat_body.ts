import * as v from 'valibot';
import { finite, integer, object, record } from '../../shapes';

const part = v.union([
  object({ type: v.literal('text'), text: v.string() }),
  object({ type: v.literal('image_url') }),
]);
const toolCall = object({
  id: v.string(),
  type: v.literal('function'),
  function: object({ name: v.string(), arguments: v.string() }),
});
const message = object({
  role: v.picklist(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: v.optional(v.nullable(v.union([v.string(), v.array(part)]))),
  tool_calls: v.optional(v.nullable(v.array(toolCall))),
  tool_call_id: v.optional(v.string()),
});
const tool = object({
  type: v.literal('function'),
  function: object({
    name: v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_-]{1,64}$/)),
    description: v.optional(v.string()),
    parameters: v.optional(record(v.unknown())),
  }),
});

/** The parameters of Chat Completions that the simulated model understands. */
const entries = {
  model: v.optional(v.string()),
  messages: v.pipe(v.array(message), v.minLength(1)),
  tools: v.optional(v.nullable(v.array(tool))),
  tool_choice: v.optional(
    v.nullable(
      v.union([
        v.picklist(['auto', 'none', 'required']),
        object({ type: v.literal('function'), function: object({ name: v.string() }) }),
      ]),
    ),
  ),
  stream: v.optional(v.nullable(v.boolean())),
  stream_options: v.optional(v.nullable(object({ include_usage: v.optional(v.boolean()) }))),
  temperature: v.optional(v.nullable(v.pipe(finite, v.minValue(0), v.maxValue(2)))),
  top_p: v.optional(v.nullable(v.pipe(finite, v.minValue(0), v.maxValue(1)))),
  presence_penalty: v.optional(v.nullable(finite)),
  frequency_penalty: v.optional(v.nullable(finite)),
  max_tokens: v.optional(v.nullable(v.pipe(integer, v.minValue(1)))),
  max_completion_tokens: v.optional(v.nullable(v.pipe(integer, v.minValue(1)))),
  reasoning_effort: v.optional(v.nullable(v.string())),
  parallel_tool_calls: v.optional(v.boolean()),
};
export const chatBodySchema = object(entries);
export type ChatBody = v.InferOutput<typeof chatBodySchema>;
export type ChatTool = v.InferOutput<typeof tool>;

/** Names that the operation takes; anything else is refused. */
export const knownParameters: readonly string[] = [
  ...Object.keys(entries),
  'n',
  'stop',
  'user',
  'seed',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'response_format',
  'functions',
  'function_call',
  'store',
  'metadata',
  'data_sources',
  'modalities',
  'audio',
  'prediction',
  'user_security_context',
];

/** The text of all messages. */
export const textOfMessages = (body: ChatBody): string =>
  body.messages.map(({ content }) => textOfContent(content)).join('\n');

export const textOfContent = (content: ChatBody['messages'][number]['content']): string => {
  if (typeof content === 'string') return content;
  return (content ?? []).map((one) => (one.type === 'text' ? one.text : '')).join(' ');
};

/** Tokens of a text as a limiter estimates them: four characters each. */
export const estimateTokens = (text: string): number => Math.max(1, Math.ceil(text.length / 4));
