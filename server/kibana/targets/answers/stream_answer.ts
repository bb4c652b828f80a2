import { addAbortSignal, type Readable } from 'node:stream';
import { problemWith, type AzureWords, type Problem } from '../../../../common/problem';
import { azureWords, type Redact } from './redact';
import { endMark, errorIn, eventsOf } from './stream_events';

/** The flaw of an answer: a problem, or details without a code. */
export type Flaw =
  | Problem
  | { code?: never; detail?: Problem<'stream_failed'>['detail']; azure?: AzureWords | undefined }
  | undefined;

/** Maximum size; a short answer has about 10 kB of events. */
const maxLength = 64 * 1024;

/** Reads until the end of the answer or the limit. Always destroys the stream. */
export async function readStream(stream: Readable, signal: AbortSignal): Promise<string> {
  let text = '';
  addAbortSignal(signal, stream).setEncoding('utf8');
  // Leaving the loop destroys the stream.
  for await (const piece of stream) {
    text += String(piece);
    if (text.length >= maxLength || endMark.test(text)) break;
  }
  return text;
}

/** The flaw of a streamed answer: it must have text and an end. */
export function streamFlaw(text: string, redact: Redact): Flaw {
  const events = eventsOf(text);
  const error = events.map((event) => errorIn(event, redact)).find(Boolean);
  if (error) {
    const { known, azure } = error;
    return known ? problemWith(known, { azure }) : { azure };
  }
  const choices = events.flatMap((one) => one.choices ?? []);
  if (choices.some(({ finish_reason: reason }) => reason === 'content_filter')) {
    return { code: 'content_filtered' };
  }
  const contents = choices.map(({ delta }) => delta?.content ?? '');
  const pieces = contents.filter(Boolean).length;
  const ended = endMark.test(text) || text.length >= maxLength;
  if (contents.join('').trim() && ended) return undefined;
  const words = events.length === 0 ? text.trim() : '';
  return { detail: { pieces }, ...(words && { azure: azureWords(words, redact) }) };
}
