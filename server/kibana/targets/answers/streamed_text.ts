import type { Readable } from 'node:stream';
import { problemWith, SetupError } from '../../../../common/problem';
import type { ChatAnswer } from '../../../../common/run';
import { emptyAnswer } from './answer';
import { azureWords, type Redact } from './redact';
import { errorIn, streamEvents, type StreamEvent } from './stream_events';

/** Minimum time between two partial texts, in milliseconds. */
const interval = 100;

/** The text without a possibly incomplete secret at the end, because redaction needs the whole secret. */
function settled(text: string): string {
  let end = text.length;
  while (end > 0 && /[!-~]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function assertNoError(event: StreamEvent, redact: Redact): void {
  const error = errorIn(event, redact);
  if (!error) return;
  const { known, azure } = error;
  throw new SetupError(problemWith(known ?? 'answer_refused', { azure }));
}

/** Converts an error of the stream to a connection failure. */
async function* unbroken(stream: Readable, redact: Redact, signal: AbortSignal) {
  try {
    yield* streamEvents(stream, signal);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SetupError(problemWith('stream_failed', { azure: azureWords(message, redact) }));
  }
}

interface StreamedText {
  redact: Redact;
  /** Characters. */
  maximum: number;
  signal: AbortSignal;
  onText(text: string): void;
}

/**
 * Reads a streamed answer to its end; `model` is the answering model. Throws the problem of an answer without text or
 * end.
 */
export async function streamedText(
  stream: Readable,
  { redact, maximum, signal, onText }: StreamedText,
): Promise<{ answer: ChatAnswer; model?: string }> {
  let text = '';
  let model: string | undefined;
  let refusal = '';
  let finish: string | undefined;
  let usage: StreamEvent['usage'];
  let lastSentAt = 0;
  for await (const event of unbroken(stream, redact, signal)) {
    assertNoError(event, redact);
    usage = event.usage ?? usage;
    model = event.model ?? model;
    const [choice] = event.choices ?? [];
    text += choice?.delta?.content ?? '';
    refusal += choice?.delta?.refusal ?? '';
    finish = choice?.finish_reason ?? finish;
    if (text.length > maximum) break;
    if (choice?.delta?.content && Date.now() - lastSentAt >= interval) {
      lastSentAt = Date.now();
      onText(redact(settled(text)));
    }
  }
  if (finish === 'content_filter') throw new SetupError({ code: 'content_filtered' });
  const isLong = text.length > maximum;
  if (!isLong && !finish) throw new SetupError({ code: 'stream_failed' });
  if (!text.trim()) throw new SetupError(emptyAnswer(redact, finish, refusal));
  const answer = {
    text: redact(text).trim(),
    isCut: isLong || finish === 'length',
    ...(usage && { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }),
  };
  return { answer, ...(model && { model: redact(model).slice(0, 100) }) };
}
