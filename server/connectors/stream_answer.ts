import { addAbortSignal, type Readable } from 'node:stream';
import * as v from 'valibot';
import type { Problem } from '../../common/problem';

/** What is wrong with an answer; nothing when it is as it should be. */
export type Flaw = Pick<Problem, 'azure' | 'detail'> | undefined;

/** A short answer takes some 10 kB of events; what comes after this is left unread. */
const maxLength = 64 * 1024;

const endMark = /^data: ?\[DONE\]/m;

const event = v.looseObject({
  choices: v.optional(
    v.array(
      v.looseObject({ delta: v.optional(v.looseObject({ content: v.nullish(v.string()) })) }),
    ),
  ),
  error: v.optional(
    v.looseObject({ code: v.nullish(v.union([v.string(), v.number()])), message: v.string() }),
  ),
});

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const eventsOf = (text: string) =>
  [...text.matchAll(/^data: ?(\{.*)$/gm)].flatMap(([, json = '']) => {
    const read = v.safeParse(event, parsed(json));
    return read.success ? [read.output] : [];
  });

/** Reads until the answer's end, or as much as is needed. The stream is destroyed in any case. */
export async function readStream(stream: Readable, signal: AbortSignal): Promise<string> {
  let text = '';
  addAbortSignal(signal, stream).setEncoding('utf8');
  // Leaving the loop, in whatever way, destroys the stream.
  for await (const piece of stream) {
    text += String(piece);
    if (text.length >= maxLength || endMark.test(text)) break;
  }
  return text;
}

/** An answer in pieces has words and an end. Anything else is told in the sender's own words. */
export function streamFlaw(text: string): Flaw {
  const at = new Date().toISOString();
  const events = eventsOf(text);
  const error = events.find((one) => one.error)?.error;
  if (error) {
    const { code, message } = error;
    return { azure: { ...(code ? { code: String(code) } : {}), message: cut(message), at } };
  }
  const contents = events.flatMap(({ choices = [] }) => choices.map(({ delta }) => delta?.content));
  const pieces = contents.filter(Boolean).length;
  const ended = endMark.test(text) || text.length >= maxLength;
  if (pieces > 0 && ended) return undefined;
  const words = events.length === 0 ? cut(text.trim()) : '';
  return { detail: { pieces }, ...(words && { azure: { message: words, at } }) };
}

const cut = (text: string) => text.slice(0, 1_000);
