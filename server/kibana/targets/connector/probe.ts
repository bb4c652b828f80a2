import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionTypeExecutorResult } from '@kbn/actions-plugin/server';
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
import { streamRequest, timeouts, toolsRequest } from '../questions';
import { discard, reportOf, type Execute } from './execute';
import { createRedact, type Redact } from '../answers/redact';
import { refusalOf } from '../answers/refusal';
import { readStream, streamFlaw, type Flaw } from '../answers/stream_answer';
import { toolCallFlaw } from '../answers/tool_call';

/** Retries once, because another front end of Azure might not know the new deployment yet. */
const retryAfter = 3_000;

interface ProbeRequest {
  failure: ProblemCode;
  subAction: string;
  params(temperature: number): Record<string, unknown>;
  judge(data: unknown, redact: Redact, signal: AbortSignal): Promise<Flaw>;
}

/** The probes of a connector; `assistants` is for endpoints only. */
type ConnectorProbe = Exclude<CalledProbe, 'assistants'>;

const probeRequests: Record<ConnectorProbe, ProbeRequest> = {
  stream: {
    failure: 'stream_failed',
    subAction: 'stream',
    params: (temperature) => ({
      body: JSON.stringify({ stream: true, temperature, ...streamRequest }),
      stream: true,
    }),
    judge: async (data, redact, signal) =>
      data instanceof Readable ? streamFlaw(await readStream(data, signal), redact) : {},
  },
  tools: {
    failure: 'tool_call_failed',
    subAction: 'run',
    params: (temperature) => ({ body: JSON.stringify({ temperature, ...toolsRequest }) }),
    judge: async (data, redact) => toolCallFlaw(data, redact),
  },
};

interface ProbeContext extends AnswerOptions {
  /** Executes the connector's sub-action as the person. */
  execute: Execute;
  temperature: number;
  /** Milliseconds. */
  pause?(milliseconds: number): Promise<unknown>;
}

/** Codes that are less specific than the code of the probe. */
const unspecific: ReadonlySet<ProblemCode> = new Set([
  'answer_refused',
  'answer_unreadable',
  'connector_refused',
]);

const flawOf = (problem: Problem): Flaw =>
  unspecific.has(problem.code) ? { azure: problem.azure } : problem;

/** Tests the assistants' features through the connector. A failure is a verdict, not an exception. */
export async function runProbe(probe: ConnectorProbe, context: ProbeContext): Promise<Probe> {
  const { execute, temperature, pause = sleep, signal: given, secrets } = context;
  const { timeoutMs = timeouts.probe } = context;
  const { failure, subAction, params, judge } = probeRequests[probe];
  const redact = createRedact(secrets);
  const refusalIn = (result: ActionTypeExecutorResult) =>
    result.status === 'ok' ? undefined : refusalOf(reportOf(result), redact);
  const flaw = async (signal: AbortSignal): Promise<Flaw> => {
    const subActionParams = { ...params(temperature), signal, timeout: timeoutMs };
    const attempt = () =>
      bounded(() => execute({ subAction, subActionParams }), { signal, timeoutMs }, discard);
    let result = await attempt();
    if (refusalIn(result)?.status === 'propagating') {
      await pause(retryAfter);
      result = await attempt();
    }
    const refusal = refusalIn(result);
    return refusal ? flawOf(refusal.problem) : judge(result.data, redact, signal);
  };
  const found = await bounded(flaw, { signal: given, timeoutMs }).catch((error: unknown): Flaw => {
    if (!(error instanceof SetupError)) {
      return { azure: { message: redact(error instanceof Error ? error.message : String(error)) } };
    }
    const { problem } = error;
    if (problem.code !== 'connector_slow') return flawOf(problem);
    return { code: 'answer_slow', detail: problem.detail };
  });
  if (!found) return { probe, status: 'pass' };
  const { azure, detail } = found;
  const problem = found.code
    ? found
    : withDetail(problemWith(failure, azure && { azure }), { ...detail });
  return { probe, status: 'fail', problem };
}
