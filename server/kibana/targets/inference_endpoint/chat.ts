import { SetupError } from '../../../../common/problem';
import type { ChatAnswer } from '../../../../common/run';
import { timeLimited } from '../../../core/targets/bounded';
import type { ChatOptions } from '../../../core/targets/target';
import { streamedText } from '../answers/streamed_text';
import { longestChat, slowAnswer, timeouts } from '../questions';
import { openStream, type ChatCall } from './chat_stream';

/** Sends one question, without a temperature: some models refuse every value. Elasticsearch streams every answer. */
export async function chat(
  call: ChatCall,
  question: string,
  { onText, signal: given, timeoutMs = timeouts.chat }: ChatOptions,
): Promise<ChatAnswer> {
  const { signal } = timeLimited(given, timeoutMs);
  const body = {
    messages: [{ role: 'user', content: question }],
    max_completion_tokens: longestChat.tokens,
  };
  try {
    const opened = await openStream(call, body, { signal, timeoutMs });
    if ('refusal' in opened) throw new SetupError(opened.refusal.problem);
    const { redact } = call;
    const maximum = longestChat.characters;
    return (await streamedText(opened.stream, { redact, maximum, signal, onText })).answer;
  } catch (error) {
    if (!(error instanceof SetupError) || !signal.aborted) throw error;
    throw new SetupError(slowAnswer(timeoutMs));
  }
}
