import { SetupError } from '../../../../common/problem';
import type { FirstAnswer } from '../../../../common/run';
import { timeLimited } from '../../../core/targets/bounded';
import type { Answer, AnswerOptions } from '../../../core/targets/target';
import { streamedText } from '../answers/streamed_text';
import { hello, slowAnswer, timeouts } from '../questions';
import { openStream, type ChatCall } from './chat_stream';

/** Characters. */
const maximum = 1_000;

/** Sends one question through the endpoint; a timeout is `answer_slow`. */
export async function ask(call: ChatCall, options: AnswerOptions = {}): Promise<Answer> {
  const timeoutMs = options.timeoutMs ?? timeouts.ask;
  const { limit, signal } = timeLimited(options.signal, timeoutMs);
  try {
    const opened = await openStream(call, hello, { signal, timeoutMs });
    if ('refusal' in opened) return opened.refusal;
    const { redact } = call;
    const said = await streamedText(opened.stream, { redact, maximum, signal, onText: () => {} });
    const { text, promptTokens = 0, completionTokens = 0 } = said.answer;
    const { model } = said;
    const answer: FirstAnswer = { text, promptTokens, completionTokens, ...(model && { model }) };
    return { status: 'answered', answer };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { problem } = error;
    if (limit.aborted || problem.code === 'connector_slow') {
      return { status: 'propagating', problem: slowAnswer(timeoutMs) };
    }
    return { status: 'failed', problem };
  }
}
