import * as v from 'valibot';
import type { Problem } from '../../../../common/problem';
import type { Answer } from '../../../core/targets/target';
import { azureWords, type Redact } from './redact';

const count = v.pipe(v.number(), v.finite());

/** The choices of a chat completion, with further fields of their messages. */
export const choicesWith = <Entries extends v.ObjectEntries>(fields: Entries) =>
  v.pipe(
    v.array(
      v.looseObject({
        finish_reason: v.nullish(v.string()),
        message: v.looseObject({ content: v.nullish(v.string()), ...fields }),
      }),
    ),
    v.minLength(1),
  );

/** A chat completion; Kibana also requires `usage` and `choices`. */
const completion = v.looseObject({
  model: v.optional(v.string()),
  choices: choicesWith({ refusal: v.nullish(v.string()) }),
  usage: v.looseObject({ prompt_tokens: count, completion_tokens: count }),
});

type Choice = v.InferOutput<typeof completion>['choices'][number];

/** The problem of an answer without text. */
export const emptyAnswer = (
  redact: Redact,
  finish: string | null | undefined,
  refusal: string | null | undefined,
): Problem =>
  refusal
    ? {
        code: 'answer_empty',
        detail: { reason: 'refusal' },
        azure: azureWords(refusal, redact),
      }
    : { code: 'answer_empty', detail: { reason: redact(finish ?? 'none').slice(0, 40) } };

/** The problem of an HTTP 200 answer without text; `undefined` if it has text. */
function emptiness({ finish_reason: finish, message }: Choice, redact: Redact) {
  if (finish === 'content_filter') return { code: 'content_filtered' } as const;
  return message.content?.trim() ? undefined : emptyAnswer(redact, finish, message.refusal);
}

/** The answer; a problem if it has no text. */
export function answerOf(data: unknown, redact: Redact): Answer {
  const parsed = v.safeParse(completion, data);
  const [choice] = parsed.success ? parsed.output.choices : [];
  if (!parsed.success || !choice) {
    return { status: 'failed', problem: { code: 'answer_unreadable' } };
  }
  const problem = emptiness(choice, redact);
  if (problem) return { status: 'failed', problem };
  const { model, usage } = parsed.output;
  return {
    status: 'answered',
    answer: {
      text: redact(choice.message.content ?? '').trim(),
      ...(model ? { model: redact(model).slice(0, 100) } : {}),
      promptTokens: usage.prompt_tokens,
      completionTokens: usage.completion_tokens,
    },
  };
}
