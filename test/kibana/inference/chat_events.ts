import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ChatCompletionEvent, ToolCall } from '@kbn/inference-plugin/server';
import { parsedJson } from '../elasticsearch/json';
import { fieldOf, isRecord } from '../config/unknown_values';
import { InferenceTaskError } from './inference_error';

interface PartialCall {
  id: string;
  name: string;
  text: string;
}

const textAt = (value: unknown, name: string): string => {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : '';
};

/** An error within the stream has only a message. */
const wordsOf = (error: unknown): string =>
  textAt(error, 'message') || `${textAt(error, 'type')} - ${textAt(error, 'reason')}`;

/** A streamed chat completion in OpenAI's format, as events: the text in pieces, the tokens, the whole. */
export async function* chatEvents(
  stream: Readable,
  tools: readonly string[],
): AsyncGenerator<ChatCompletionEvent> {
  let content = '';
  const calls: PartialCall[] = [];
  for await (const line of createInterface({ input: stream })) {
    const chunk = parsedJson(/^data: (.+)$/.exec(line)?.[1] ?? '');
    const error = fieldOf(chunk, 'error');
    if (error) {
      throw new InferenceTaskError('internalError', wordsOf(error));
    }
    if (isRecord(fieldOf(chunk, 'usage'))) yield { type: 'chatCompletionTokenCount' };
    const choices = fieldOf(chunk, 'choices');
    const delta = fieldOf(Array.isArray(choices) ? choices[0] : undefined, 'delta');
    collect(fieldOf(delta, 'tool_calls'), calls);
    const piece = textAt(delta, 'content');
    if (piece === '') continue;
    content += piece;
    yield { type: 'chatCompletionChunk', content: piece };
  }
  yield {
    type: 'chatCompletionMessage',
    content,
    toolCalls: calls.map((call) => wholeCall(call, tools)),
  };
}

function collect(parts: unknown, calls: PartialCall[]) {
  for (const part of Array.isArray(parts) ? parts.filter(isRecord) : []) {
    const index = Number(part['index'] ?? calls.length);
    const call = (calls[index] ??= { id: '', name: '', text: '' });
    call.id ||= textAt(part, 'id');
    call.name ||= textAt(part['function'], 'name');
    call.text += textAt(part['function'], 'arguments');
  }
}

/** Kibana refuses a tool that was not offered and arguments that are no JSON object. */
function wholeCall({ id, name, text }: PartialCall, tools: readonly string[]): ToolCall {
  const parsed = parsedJson(text === '' ? '{}' : text);
  if (tools.includes(name) && isRecord(parsed)) {
    return { toolCallId: id, function: { name, arguments: parsed } };
  }
  throw new InferenceTaskError(
    'toolValidationError',
    `Tool call arguments for ${name} were invalid`,
    {
      name,
      arguments: text,
    },
  );
}
