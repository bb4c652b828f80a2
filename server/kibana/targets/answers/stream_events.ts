import { addAbortSignal, type Readable } from 'node:stream';
import * as v from 'valibot';
import { parseJson } from '../../../../common/values/json';
import { azureWords, type Redact } from './redact';
import { problemOfCode } from './refusal_signs';

/** The end of a streamed chat completion. */
export const endMark = /^data: ?\[DONE\]/m;

const count = v.pipe(v.number(), v.finite());

const event = v.looseObject({
  model: v.nullish(v.string()),
  choices: v.optional(
    v.array(
      v.looseObject({
        finish_reason: v.nullish(v.string()),
        delta: v.optional(
          v.looseObject({ content: v.nullish(v.string()), refusal: v.nullish(v.string()) }),
        ),
      }),
    ),
  ),
  usage: v.nullish(v.looseObject({ prompt_tokens: count, completion_tokens: count })),
  error: v.optional(
    v.looseObject({ code: v.nullish(v.union([v.string(), v.number()])), message: v.string() }),
  ),
});
export type StreamEvent = v.InferOutput<typeof event>;

/** The events in a text, without other lines. */
export const eventsOf = (text: string): StreamEvent[] =>
  [...text.matchAll(/^data: ?(\{.*)$/gm)].flatMap(([, json = '']) => {
    const read = v.safeParse(event, parseJson(json));
    return read.success ? [read.output] : [];
  });

/** The error of an event: the problem of its code, if known, and the sender's message. */
export function errorIn({ error }: StreamEvent, redact: Redact) {
  if (!error) return undefined;
  const azure = azureWords(error.message, redact, error.code ? String(error.code) : undefined);
  return { known: problemOfCode(azure.code), azure };
}

/** Maximum number of characters: about 2,000 events with content filter results. */
const maximumRead = 1024 * 1024;

/** Yields events as they arrive, until the end. Always destroys the stream. */
export async function* streamEvents(
  stream: Readable,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  let rest = '';
  let read = 0;
  addAbortSignal(signal, stream).setEncoding('utf8');
  // Leaving the loop destroys the stream.
  for await (const piece of stream) {
    const text = String(piece);
    read += text.length;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (endMark.test(line)) return;
      yield* eventsOf(line);
    }
    if (read >= maximumRead) return;
  }
  yield* eventsOf(rest);
}
