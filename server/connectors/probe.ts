import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionTypeExecutorResult } from '@kbn/actions-plugin/server';
import { SetupError, type ProblemCode } from '../../common/problem';
import type { Probe, ProbeId } from '../../common/run';
import { refusalOf } from './answer';
import { bounded, type CallOptions } from './bounded';
import type { Execute } from './execute';
import { streamBody, toolsBody } from './probe_bodies';
import { readStream, streamFlaw, type Flaw } from './stream_answer';
import { toolCallFlaw } from './tool_call';

/** How long a probe may take in all, in milliseconds. */
export const probeTimeout = 60_000;

/** Another front end of Azure may not know the new deployment yet: worth one more try. */
const retryAfter = 3_000;

interface Way {
  failure: ProblemCode;
  subAction: string;
  params(temperature: number): Record<string, unknown>;
  judge(data: unknown, signal: AbortSignal): Promise<Flaw>;
}

const ways: Record<ProbeId, Way> = {
  stream: {
    failure: 'stream_failed',
    subAction: 'stream',
    params: (temperature) => ({ body: streamBody(temperature), stream: true }),
    judge: async (data, signal) =>
      data instanceof Readable ? streamFlaw(await readStream(data, signal)) : {},
  },
  tools: {
    failure: 'tool_call_failed',
    subAction: 'run',
    params: (temperature) => ({ body: toolsBody(temperature) }),
    judge: async (data) => toolCallFlaw(data),
  },
};

export interface ProbeContext extends CallOptions {
  /** Executes the connector's sub-action as the person. */
  execute: Execute;
  /** What the assistants' requests carry. */
  temperature: number;
  /** Milliseconds. */
  pause?(milliseconds: number): Promise<unknown>;
}

const refusalIn = ({ status, serviceMessage, message }: ActionTypeExecutorResult) =>
  status === 'ok' ? undefined : refusalOf(serviceMessage ?? message ?? '');

/** A stream that comes after the probe has ended is of no use, and must not keep its socket. */
const discard = ({ data }: ActionTypeExecutorResult) => {
  if (data instanceof Readable) data.destroy();
};

/** Does what the assistants do, through the connector. A failure is a verdict, never a throw. */
export async function runProbe(probe: ProbeId, context: ProbeContext): Promise<Probe> {
  const { execute, temperature, pause = sleep, signal: given, timeoutMs = probeTimeout } = context;
  const { failure, subAction, params, judge } = ways[probe];
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
    return refusal ? { azure: refusal.problem.azure } : judge(result.data, signal);
  };
  const found = await bounded(flaw, { signal: given, timeoutMs }).catch((error: unknown): Flaw => {
    if (error instanceof SetupError)
      return { detail: error.problem.detail, azure: error.problem.azure };
    return { azure: { message: error instanceof Error ? error.message : String(error) } };
  });
  return found
    ? { probe, status: 'fail', problem: { code: failure, ...found } }
    : { probe, status: 'pass' };
}
