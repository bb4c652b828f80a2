import { SetupError } from '../../../../common/problem';
import type { FirstAnswer } from '../../../../common/run';
import type { Answer, AnswerOptions } from '../../../core/targets/target';
import { streamedText } from '../connector/streamed_text';
import { openStream, type ChatCall } from './chat_stream';

/** Time limit for the model's answer, in milliseconds: as for connectors. */
const answerTimeout = 90_000;
/** Characters. */
const maximumLength = 1_000;

/** The smallest common question: no token limit and no temperature, which some models refuse. */
const question = {
  messages: [
    { role: 'user', content: 'Say hello to the Kibana administrator in one short sentence.' },
  ],
};

/** One question through the endpoint. No answer in time is one of the answers: `answer_slow`. */
export async function ask(call: ChatCall, options: AnswerOptions = {}): Promise<Answer> {
  const timeoutMs = options.timeoutMs ?? answerTimeout;
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  try {
    const opened = await openStream(call, question, { signal, timeoutMs });
    if ('refusal' in opened) return opened.refusal;
    const said = await streamedText(opened.stream, {
      redact: call.redact,
      maximum: maximumLength,
      signal,
      onText: () => {},
    });
    const { text, model, promptTokens = 0, completionTokens = 0 } = said;
    const answer: FirstAnswer = { text, promptTokens, completionTokens, ...(model && { model }) };
    return { status: 'answered', answer };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { problem } = error;
    if (limit.aborted || problem.code === 'connector_slow') {
      const detail = { seconds: Math.round(timeoutMs / 1_000) };
      return { status: 'propagating', problem: { code: 'answer_slow', detail } };
    }
    return { status: 'failed', problem };
  }
}
