import * as z from 'zod/mini';

const part = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image_url') }),
]);
const toolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});
const message = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.optional(z.nullable(z.union([z.string(), z.array(part)]))),
  tool_calls: z.optional(z.nullable(z.array(toolCall))),
  tool_call_id: z.optional(z.string()),
});
const tool = z.object({
  type: z.literal('function'),
  function: z.object({
    name: z.string().check(z.regex(/^[a-zA-Z0-9_-]{1,64}$/)),
    description: z.optional(z.string()),
    parameters: z.optional(z.record(z.string(), z.unknown())),
  }),
});

/** The part of a Chat Completions request that the simulated model understands. */
export const chatBodySchema = z.object({
  model: z.optional(z.string()),
  messages: z.array(message).check(z.minLength(1)),
  tools: z.optional(z.nullable(z.array(tool))),
  tool_choice: z.optional(
    z.nullable(
      z.union([
        z.enum(['auto', 'none', 'required']),
        z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) }),
      ]),
    ),
  ),
  stream: z.optional(z.nullable(z.boolean())),
  stream_options: z.optional(z.nullable(z.object({ include_usage: z.optional(z.boolean()) }))),
  temperature: z.optional(z.nullable(z.number().check(z.minimum(0), z.maximum(2)))),
  top_p: z.optional(z.nullable(z.number().check(z.minimum(0), z.maximum(1)))),
  presence_penalty: z.optional(z.nullable(z.number())),
  frequency_penalty: z.optional(z.nullable(z.number())),
  max_tokens: z.optional(z.nullable(z.int().check(z.minimum(1)))),
  max_completion_tokens: z.optional(z.nullable(z.int().check(z.minimum(1)))),
  reasoning_effort: z.optional(z.nullable(z.string())),
  parallel_tool_calls: z.optional(z.boolean()),
});
export type ChatBody = z.infer<typeof chatBodySchema>;
export type ChatTool = z.infer<typeof tool>;

/** Names that the operation takes; anything else is refused. */
export const knownParameters: readonly string[] = [
  ...Object.keys(chatBodySchema.shape),
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

/** All that was said, as one text. */
export const textOfMessages = (body: ChatBody): string =>
  body.messages.map(({ content }) => textOfContent(content)).join('\n');

export const textOfContent = (content: ChatBody['messages'][number]['content']): string => {
  if (typeof content === 'string') return content;
  return (content ?? []).map((one) => (one.type === 'text' ? one.text : '')).join(' ');
};

/** Tokens of a text as a limiter estimates them: four characters each. */
export const estimateTokens = (text: string): number => Math.max(1, Math.ceil(text.length / 4));
