import { SetupError } from '../../../../common/problem';
import { answerOf } from '../answers/answer';
import { bounded } from '../../../core/targets/bounded';
import type { Answer, AnswerOptions } from '../../../core/targets/target';
import { hello, timeouts } from '../questions';
import { reportOf, type Execute } from './execute';
import { createRedact } from '../answers/redact';
import { refusalOf } from '../answers/refusal';

const question = JSON.stringify(hello);

/** Sends one question through the connector; a timeout is `answer_slow`. */
export async function ask(execute: Execute, options: AnswerOptions = {}): Promise<Answer> {
  const timeoutMs = options.timeoutMs ?? timeouts.ask;
  const redact = createRedact(options.secrets);
  try {
    const result = await bounded(
      (signal) =>
        execute({
          subAction: 'test',
          subActionParams: { body: question, signal, timeout: timeoutMs },
        }),
      { ...options, timeoutMs },
    );
    if (result.status === 'ok') return answerOf(result.data, redact);
    return refusalOf(reportOf(result), redact);
  } catch (error) {
    if (!(error instanceof SetupError) || error.problem.code !== 'connector_slow') throw error;
    const { detail } = error.problem;
    return { status: 'propagating', problem: { code: 'answer_slow', detail } };
  }
}
