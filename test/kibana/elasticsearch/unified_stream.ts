import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { isRecord, messageOf } from '../config/unknown_values';
import { chatErrorBody, errorBody, refusal, type ElasticsearchError } from './elasticsearch_error';
import { parsedJson } from './json';

const event = (data: string, name = 'message') => `event: ${name}\ndata: ${data}\n\n`;

/** A failure before or within a stream. A missing privilege keeps Elasticsearch's format. */
export const errorEvent = (error: ElasticsearchError) =>
  event(
    JSON.stringify(
      error.exception.type === 'security_exception' ? errorBody(error) : chatErrorBody(error),
    ),
    'error',
  );

/** A provider's chunk in the unified format, with known fields only. */
function unified(chunk: Record<string, unknown>) {
  const { id, choices, model, object, usage } = chunk;
  return {
    id,
    choices: (Array.isArray(choices) ? choices : []).filter(isRecord).map((choice) => ({
      delta: choice['delta'],
      ...(typeof choice['finish_reason'] === 'string' && {
        finish_reason: choice['finish_reason'],
      }),
      index: choice['index'],
    })),
    model,
    object,
    ...(isRecord(usage) && {
      usage: {
        completion_tokens: usage['completion_tokens'],
        prompt_tokens: usage['prompt_tokens'],
        total_tokens: usage['total_tokens'],
      },
    }),
  };
}

/** A provider's stream as Elasticsearch forwards it; a broken connection becomes an error event. */
export async function* unifiedStream(response: IncomingMessage): AsyncGenerator<string> {
  try {
    for await (const line of createInterface({ input: response })) {
      const data = /^data: (.+)$/.exec(line)?.[1];
      if (data === undefined) continue;
      const chunk = parsedJson(data);
      if (data === '[DONE]') yield event(data);
      else if (isRecord(chunk)) yield event(JSON.stringify(unified(chunk)));
    }
    if (!response.complete) throw new Error('Premature end of chunk coded message body');
  } catch (error) {
    yield errorEvent(refusal(400, 'connection_closed_exception', messageOf(error)));
  }
}
