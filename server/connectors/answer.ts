import * as v from 'valibot';
import type { ProblemCode } from '../../common/problem';
import { withoutSecrets } from '../azure/without_secrets';
import type { Answer, Refusal } from './connectors';

/** What the model's endpoint answers with; `usage` and `choices` are what Kibana insists on, too. */
const completion = v.looseObject({
  model: v.optional(v.string()),
  choices: v.pipe(
    v.array(v.looseObject({ message: v.looseObject({ content: v.nullish(v.string()) }) })),
    v.minLength(1),
  ),
  usage: v.looseObject({ prompt_tokens: v.number(), completion_tokens: v.number() }),
});

/** HTTP status of the endpoint's refusal -> what it means for a connector that was just made. */
type Refused = { code: ProblemCode; status: Refusal['status'] };
const refusals: Readonly<Record<number, Refused>> = {
  400: { code: 'answer_refused', status: 'failed' },
  401: { code: 'key_rejected', status: 'propagating' },
  403: { code: 'network_rules_block', status: 'refused_network' },
  404: { code: 'deployment_not_found', status: 'propagating' },
  408: { code: 'answer_busy', status: 'propagating' },
  410: { code: 'model_retired', status: 'failed' },
  429: { code: 'rate_limited', status: 'propagating' },
  500: { code: 'answer_busy', status: 'propagating' },
  502: { code: 'endpoint_unreachable', status: 'propagating' },
  503: { code: 'answer_busy', status: 'propagating' },
  504: { code: 'endpoint_unreachable', status: 'propagating' },
};

/** Socket code -> what it means. A new endpoint's name takes minutes to reach every name server. */
const socketProblems: Readonly<Record<string, ProblemCode>> = {
  ENOTFOUND: 'endpoint_unresolved',
  EAI_AGAIN: 'endpoint_unresolved',
};

/**
 * Kibana's connector reports a refusal as text, `Status code: 404. Message: ...`, and a failed
 * connection as `Status code: undefined. Message: Unexpected API Error: ENOTFOUND - ...`. The number
 * and the socket code are all that decides; the rest is shown as it is.
 */
export function refusalOf(serviceMessage: string): Refusal {
  const status = /^Status code: (\d{3})\b/.exec(serviceMessage)?.[1];
  const said = serviceMessage.replace(/^Status code: \w+\. Message: /, '');
  const message = withoutSecrets(said).slice(0, 1_000);
  const at = new Date().toISOString();
  if (status) {
    const known = refusals[Number(status)] ?? { code: 'answer_refused', status: 'failed' };
    return {
      status: known.status,
      problem: { code: known.code, azure: { code: status, message, at } },
    };
  }
  const socket = /Unexpected API Error: ([A-Z_]+)/.exec(serviceMessage)?.[1];
  const code = socketProblems[socket ?? ''] ?? 'endpoint_unreachable';
  const azure = { ...(socket ? { code: socket } : {}), message, at };
  return { status: 'propagating', problem: { code, azure } };
}

export function answerOf(data: unknown): Answer {
  const parsed = v.safeParse(completion, data);
  const [choice] = parsed.success ? parsed.output.choices : [];
  if (!parsed.success || !choice) {
    return { status: 'failed', problem: { code: 'answer_refused' } };
  }
  const { model, usage } = parsed.output;
  return {
    status: 'answered',
    answer: {
      text: (choice.message.content ?? '').slice(0, 2_000),
      ...(model ? { model } : {}),
      promptTokens: usage.prompt_tokens,
      completionTokens: usage.completion_tokens,
    },
  };
}
