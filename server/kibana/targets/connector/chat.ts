import { Readable } from 'node:stream';
import * as v from 'valibot';
import { isFailure, SetupError } from '../../../../common/problem';
import type { ChatAnswer } from '../../../../common/run';
import { bounded } from '../../../core/targets/bounded';
import type { ChatOptions } from '../../../core/targets/target';
import { answerOf, choicesWith } from '../answers/answer';
import { longestChat, slowAnswer, timeouts } from '../questions';
import { discard, reportOf, type Execute } from './execute';
import { createRedact, type Redact } from '../answers/redact';
import { refusalOf } from '../answers/refusal';
import { streamedText } from '../answers/streamed_text';

/** Newer models reject the second name, older API versions do not know the first. */
type Limit = 'max_completion_tokens' | 'max_tokens';

const bodyOf = (question: string, limit: Limit, stream: boolean): string =>
  JSON.stringify({
    messages: [{ role: 'user', content: question }],
    [limit]: longestChat.tokens,
    ...(stream && { stream }),
  });

const finishes = v.looseObject({ choices: choicesWith({}) });

/** An answer in one piece. */
function wholeAnswer(data: unknown, redact: Redact): ChatAnswer {
  const said = answerOf(data, redact);
  if (said.status !== 'answered') throw new SetupError(said.problem);
  const { text, promptTokens, completionTokens } = said.answer;
  const parsed = v.safeParse(finishes, data);
  const isCut = parsed.success && parsed.output.choices[0]?.finish_reason === 'length';
  return { text, isCut, promptTokens, completionTokens };
}

/** Sends one question, without a temperature: some models refuse every value. */
export async function chat(
  execute: Execute,
  question: string,
  { isStreamed, onText, secrets, signal: given, timeoutMs = timeouts.chat }: ChatOptions,
): Promise<ChatAnswer> {
  const redact = createRedact(secrets, longestChat.characters);

  async function answer(signal: AbortSignal, limit: Limit): Promise<ChatAnswer> {
    const subAction = isStreamed ? 'stream' : 'run';
    const subActionParams = {
      body: bodyOf(question, limit, isStreamed),
      ...(isStreamed && { stream: true }),
      ...{ signal, timeout: timeoutMs },
    };
    const { status, data, ...report } = await bounded(
      () => execute({ subAction, subActionParams }),
      { signal, timeoutMs },
      discard,
    );
    if (status === 'ok') {
      if (!(data instanceof Readable)) return wholeAnswer(data, redact);
      const maximum = longestChat.characters;
      return (await streamedText(data, { redact, maximum, signal, onText })).answer;
    }
    const { problem } = refusalOf(reportOf(report), createRedact(secrets));
    if (problem.code === 'parameter_unsupported' && limit === 'max_completion_tokens')
      return answer(signal, 'max_tokens');
    throw new SetupError(problem);
  }

  try {
    return await bounded((signal) => answer(signal, 'max_completion_tokens'), {
      ...(given && { signal: given }),
      timeoutMs,
    });
  } catch (error) {
    if (!isFailure(error, 'connector_slow')) throw error;
    throw new SetupError(slowAnswer(timeoutMs));
  }
}
