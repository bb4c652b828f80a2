import { randomBytes } from 'node:crypto';
import type { CatalogueModel } from '../catalogue/catalogue_model';
import { isRecord } from '../http/message';
import {
  estimateTokens,
  textOfContent,
  textOfMessages,
  type ChatBody,
  type ChatTool,
} from './chat_body';

/** Response of the simulated model: text, or a call of one of the offered functions. */
export interface Utterance {
  content: string | null;
  toolCall?: { id: string; name: string; arguments: string };
  /** Why it ended; absent: as the rest says. */
  finish?: 'stop' | 'length' | 'content_filter' | 'tool_calls';
  /** The answer of a model that refuses. */
  refusal?: string;
  /** The model that answers, where it is another one. */
  model?: string;
  promptTokens: number;
  completionTokens: number;
}

const examples: Readonly<Record<string, unknown>> = {
  string: 'example',
  number: 1,
  integer: 1,
  boolean: true,
  array: [],
  object: {},
};

/** The smallest arguments that satisfy the function's schema. */
const argumentsFor = ({ function: { parameters } }: ChatTool): string => {
  const properties = isRecord(parameters?.properties) ? parameters.properties : {};
  const required: unknown[] = Array.isArray(parameters?.required) ? parameters.required : [];
  const entries = Object.entries(properties)
    .filter(([name]) => required.includes(name))
    .map(([name, schema]): [string, unknown] => {
      if (!isRecord(schema)) return [name, 'example'];
      const choices: unknown[] = Array.isArray(schema.enum) ? schema.enum : [];
      return [name, choices[0] ?? examples[String(schema.type)] ?? 'example'];
    });
  return JSON.stringify(Object.fromEntries(entries));
};

/** A function is called when the request demands it, or when one is offered and not yet answered. */
const chosenTool = (body: ChatBody): ChatTool | undefined => {
  const tools = body.tools ?? [];
  const choice = body.tool_choice ?? 'auto';
  if (choice === 'none') return undefined;
  if (typeof choice === 'object')
    return tools.find((tool) => tool.function.name === choice.function.name);
  const answered = body.messages.at(-1)?.role === 'tool';
  return choice === 'auto' && answered ? undefined : tools[0];
};

const words = (body: ChatBody): string => {
  const last = body.messages.findLast(({ role }) => role === 'user');
  const said = textOfContent(last?.content).trim();
  if (/\bping\b/i.test(said)) return 'pong';
  return /\b(hello|hi|hey)\b/i.test(said)
    ? 'Hello. How can I help you today?'
    : 'This answer comes from a simulated model. It read your message and has nothing to add.';
};

export function utter(body: ChatBody): Utterance {
  const tool = chosenTool(body);
  const promptTokens = estimateTokens(textOfMessages(body));
  if (!tool) {
    const content = words(body);
    return { content, promptTokens, completionTokens: estimateTokens(content) };
  }
  const text = argumentsFor(tool);
  return {
    content: null,
    toolCall: {
      id: `call_${randomBytes(12).toString('hex')}`,
      name: tool.function.name,
      arguments: text,
    },
    promptTokens,
    completionTokens: estimateTokens(text),
  };
}

const safe = { filtered: false, severity: 'safe' };
const filters = { hate: safe, self_harm: safe, sexual: safe, violence: safe };
const promptFilters = [
  {
    prompt_index: 0,
    content_filter_results: { ...filters, jailbreak: { filtered: false, detected: false } },
  },
];
const usageOf = ({ promptTokens, completionTokens }: Utterance) => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
  prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
  completion_tokens_details: {
    reasoning_tokens: 0,
    audio_tokens: 0,
    accepted_prediction_tokens: 0,
    rejected_prediction_tokens: 0,
  },
});
const envelope = (model: CatalogueModel, said: Utterance, object: string) => ({
  id: `chatcmpl-${randomBytes(15).toString('base64url')}`,
  object,
  created: Math.floor(Date.now() / 1_000),
  model: said.model ?? `${model.name}-${model.version}`,
  system_fingerprint: 'fp_5f20662549',
});
const toolCallJson = ({ id, name, arguments: text }: NonNullable<Utterance['toolCall']>) => ({
  id,
  type: 'function',
  function: { name, arguments: text },
});

const finishOf = ({ finish, toolCall }: Utterance) => finish ?? (toolCall ? 'tool_calls' : 'stop');

/** The answer in one piece. */
export const completion = (model: CatalogueModel, said: Utterance) => ({
  ...envelope(model, said, 'chat.completion'),
  prompt_filter_results: promptFilters,
  choices: [
    {
      index: 0,
      finish_reason: finishOf(said),
      logprobs: null,
      message: {
        role: 'assistant',
        content: said.content,
        refusal: said.refusal ?? null,
        annotations: [],
        ...(said.toolCall ? { tool_calls: [toolCallJson(said.toolCall)] } : {}),
      },
      content_filter_results: said.toolCall ? {} : filters,
    },
  ],
  usage: usageOf(said),
});

/** The answer as server-sent events: filter results, the words one by one, the end, the usage if wanted. */
export async function* completionStream(
  model: CatalogueModel,
  said: Utterance,
  includeUsage: boolean,
): AsyncGenerator<string> {
  const head = envelope(model, said, 'chat.completion.chunk');
  const event = (rest: Record<string, unknown>) =>
    `data: ${JSON.stringify({ ...head, ...rest })}\n\n`;
  const choice = (delta: Record<string, unknown>, finish: string | null = null) =>
    event({
      choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }],
      ...(includeUsage ? { usage: null } : {}),
    });
  yield event({ id: '', created: 0, model: '', choices: [], prompt_filter_results: promptFilters });
  yield choice({ role: 'assistant', content: said.toolCall ? null : '', refusal: null });
  if (said.toolCall) {
    const { id, name, arguments: text } = said.toolCall;
    yield choice({
      tool_calls: [{ index: 0, id, type: 'function', function: { name, arguments: '' } }],
    });
    yield choice({ tool_calls: [{ index: 0, function: { arguments: text } }] });
  }
  if (said.refusal) yield choice({ refusal: said.refusal });
  for (const word of said.content?.match(/\S+\s*|\s+/g) ?? []) yield choice({ content: word });
  yield choice({}, finishOf(said));
  if (includeUsage) yield event({ choices: [], usage: usageOf(said) });
  yield 'data: [DONE]\n\n';
}
