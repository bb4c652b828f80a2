import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionTypeExecutorResult } from '@kbn/actions-plugin/server';
import { SetupError, type ProblemCode } from '../../common/problem';
import type { Probe, ProbeId } from '../../common/run';
import { refusalOf } from './answer';
import { streamBody, toolsBody } from './probe_bodies';
import { readStream, streamFlaw, type Flaw } from './stream_answer';
import { toolCallFlaw } from './tool_call';

export type Execute = (params: Record<string, unknown>) => Promise<ActionTypeExecutorResult>;

/** A probe may take so long in all, in milliseconds. */
const timeLimit = 60_000;

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

export interface ProbeContext {
  /** Executes the connector's sub-action as the person. */
  execute: Execute;
  /** What the assistants' requests carry. */
  temperature: number;
  /** Milliseconds. */
  pause?(milliseconds: number): Promise<unknown>;
}

const refusalIn = ({ status, serviceMessage, message }: ActionTypeExecutorResult) =>
  status === 'ok' ? undefined : refusalOf(serviceMessage ?? message ?? '');

/** Does what the assistants do, through the connector. A failure is a verdict, never a throw. */
export async function runProbe(probe: ProbeId, context: ProbeContext): Promise<Probe> {
  const { execute, temperature, pause = sleep } = context;
  const { failure, subAction, params, judge } = ways[probe];
  const signal = AbortSignal.timeout(timeLimit);
  const subActionParams = { ...params(temperature), signal, timeout: timeLimit };
  const flaw = async (): Promise<Flaw> => {
    let result = await execute({ subAction, subActionParams });
    if (refusalIn(result)?.status === 'propagating' && !signal.aborted) {
      await pause(retryAfter);
      result = await execute({ subAction, subActionParams });
    }
    const refusal = refusalIn(result);
    return refusal ? { azure: refusal.problem.azure } : judge(result.data, signal);
  };
  const found = await flaw().catch((error: unknown): Flaw => {
    if (signal.aborted) return { detail: { seconds: timeLimit / 1_000 } };
    if (error instanceof SetupError) return { azure: error.problem.azure };
    return { azure: { message: error instanceof Error ? error.message : String(error) } };
  });
  return found
    ? { probe, status: 'fail', problem: { code: failure, ...found } }
    : { probe, status: 'pass' };
}
