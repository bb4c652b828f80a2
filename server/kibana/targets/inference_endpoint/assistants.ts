import type { KibanaRequest } from '@kbn/core/server';
import type {
  ChatCompletionEvent,
  InferenceClient,
  InferenceServerStart,
} from '@kbn/inference-plugin/server';
import * as v from 'valibot';
import {
  problemWith,
  SetupError,
  withDetail,
  type Problem,
  type ProblemCode,
} from '../../../../common/problem';
import type { CalledProbe, Probe } from '../../../../common/run';
import { bounded } from '../../../core/targets/bounded';
import type { AnswerOptions } from '../../../core/targets/target';
import { probeQuestions, slowAnswer, system, timeouts, tool, toolName } from '../questions';
import { azureWords } from '../answers/redact';
import { areToolArguments } from '../answers/tool_call';
import { providerRefusal, type CallContext } from './provider_refusal';

type Assistants = Pick<InferenceServerStart, 'getClient' | 'getConnectorList'>;

const contract = v.looseObject({ getClient: v.function(), getConnectorList: v.function() });

/** True if the unstable start contract of Kibana's plugin `inference` has the needed functions. */
export const isAssistants = (start: unknown): start is Assistants => v.is(contract, start);

const tools = { [toolName]: { description: tool.description, schema: tool.parameters } };

const asks = (content: string) => ({ system, messages: [{ role: 'user' as const, content }] });

interface Context extends CallContext {
  assistants: Assistants;
  request: KibanaRequest;
  id: string;
}

interface Ask {
  client: InferenceClient;
  options: { connectorId: string; maxRetries: number; abortSignal: AbortSignal };
}

/** Whether the answer has text and is streamed. */
async function isStreamed({ client, options }: Ask): Promise<boolean> {
  const events = client.chatComplete({
    ...options,
    ...asks(probeQuestions.stream),
    ...{ stream: true, tools, toolChoice: 'none' },
  });
  return new Promise((resolve, reject) => {
    let pieces = 0;
    events.subscribe({
      next({ type }: ChatCompletionEvent) {
        if (type === 'chatCompletionChunk') pieces += 1;
      },
      error: reject,
      complete: () => resolve(pieces > 0),
    });
  });
}

async function callsTool({ client, options }: Ask): Promise<boolean> {
  const { toolCalls } = await client.chatComplete({
    ...options,
    ...asks(probeQuestions.tools),
    ...{ tools, toolChoice: { function: toolName } },
  });
  const called = toolCalls.find((one) => one.function.name === toolName);
  return called !== undefined && areToolArguments(called.function.arguments);
}

async function answers({ client, options }: Ask): Promise<boolean> {
  const { content } = await client.chatComplete({
    ...options,
    ...asks(probeQuestions.assistants),
  });
  return content.trim() !== '';
}

const probeCalls: Readonly<
  Record<CalledProbe, { failure: ProblemCode; act(ask: Ask): Promise<boolean> }>
> = {
  assistants: { failure: 'assistant_answer_failed', act: answers },
  stream: { failure: 'stream_failed', act: isStreamed },
  tools: { failure: 'tool_call_failed', act: callsTool },
};

/** The problem of a failed call, if its text has the status or the code of the endpoint. */
function problemIn(error: unknown, failure: ProblemCode, way: CallContext): Problem {
  if (error instanceof SetupError) return error.problem;
  const reason = error instanceof Error ? error.message : String(error);
  const known = providerRefusal({ chain: [{ reason }] }, way)?.problem;
  const azure = azureWords(reason, way.redact);
  const isSpecific = known && known.code !== 'answer_refused';
  return isSpecific ? known : problemWith(failure, { azure });
}

/** Tests the assistants' features through Kibana's own adapter. A failure is a verdict, not an exception. */
export async function probeAssistants(
  probe: CalledProbe,
  context: Context,
  { signal: given, timeoutMs = timeouts.probe }: AnswerOptions,
): Promise<Probe> {
  const { assistants, request, id } = context;
  const { failure, act } = probeCalls[probe];
  const run = async (abortSignal: AbortSignal): Promise<Problem | undefined> => {
    if (probe === 'assistants') {
      const listed = await assistants.getConnectorList(request);
      if (!listed.some(({ connectorId }) => connectorId === id)) {
        return withDetail(problemWith('inference_endpoint_not_listed'), { name: id });
      }
    }
    const options = { connectorId: id, maxRetries: 0, abortSignal };
    const ok = await act({ client: assistants.getClient({ request }), options });
    return ok ? undefined : problemWith(failure);
  };
  const problem = await bounded(run, { ...(given && { signal: given }), timeoutMs }).catch(
    (error: unknown): Problem => {
      const found = problemIn(error, failure, context);
      return found.code === 'connector_slow' ? slowAnswer(timeoutMs) : found;
    },
  );
  return problem ? { probe, status: 'fail', problem } : { probe, status: 'pass' };
}
