import { SetupError } from '../../../../common/problem';
import type { ChatAnswer } from '../../../../common/run';
import type { ChatOptions } from '../../../core/targets/target';
import { streamedText } from '../connector/streamed_text';
import { openStream, type ChatCall } from './chat_stream';

/** Time limit for the whole answer, in milliseconds, and bounds of its length: as for connectors. */
const chatTimeout = 90_000;
const maximumTokens = 2_000;
/** Characters. */
const maximumLength = 10_000;

/** Sends one question, without a temperature: some models refuse every value. Elasticsearch streams every answer. */
export async function chat(
  call: ChatCall,
  question: string,
  { onText, signal: given, timeoutMs = chatTimeout }: ChatOptions,
): Promise<ChatAnswer> {
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = given ? AbortSignal.any([given, limit]) : limit;
  const body = {
    messages: [{ role: 'user', content: question }],
    max_completion_tokens: maximumTokens,
  };
  try {
    const opened = await openStream(call, body, { signal, timeoutMs });
    if ('refusal' in opened) throw new SetupError(opened.refusal.problem);
    const { model: _model, ...answer } = await streamedText(opened.stream, {
      redact: call.redact,
      maximum: maximumLength,
      signal,
      onText,
    });
    return answer;
  } catch (error) {
    if (!(error instanceof SetupError) || !signal.aborted) throw error;
    throw new SetupError({ code: 'answer_slow', detail: { seconds: timeoutMs / 1_000 } });
  }
}
