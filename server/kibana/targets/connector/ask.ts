import { SetupError } from '../../../../common/problem';
import { answerOf } from './answer';
import { bounded } from '../../../core/targets/bounded';
import type { Answer, AnswerOptions } from '../../../core/targets/target';
import type { Execute } from './execute';
import { createRedact } from './redact';
import { refusalOf } from './refusal';

/** The smallest common question: no token limit and no temperature, which some models refuse. */
const question = JSON.stringify({
  messages: [
    { role: 'user', content: 'Say hello to the Kibana administrator in one short sentence.' },
  ],
});

/** Time limit for the model's answer, in milliseconds: reasoning models on small deployments need more than a minute. */
const answerTimeout = 90_000;

/** One question through the connector. No answer in time is one of the answers: `answer_slow`. */
export async function ask(execute: Execute, options: AnswerOptions = {}): Promise<Answer> {
  const timeoutMs = options.timeoutMs ?? answerTimeout;
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
    return refusalOf(result.serviceMessage ?? result.message ?? '', redact);
  } catch (error) {
    if (!(error instanceof SetupError) || error.problem.code !== 'connector_slow') throw error;
    const { detail } = error.problem;
    return { status: 'propagating', problem: { code: 'answer_slow', detail } };
  }
}
