import { isRecord, parseJson } from '../../../../common/json';
import { problemWith, SetupError, type Problem } from '../../../../common/problem';
import type { CalledProbe, Probe } from '../../../../common/run';
import type { AnswerOptions } from '../../../core/targets/target';
import { streamBody, toolsBody, toolName } from '../connector/probe_bodies';
import { readStream, streamFlaw } from '../connector/stream_answer';
import { eventsOf } from '../connector/stream_events';
import { openStream, type ChatCall } from './chat_stream';

/** Time limit for a probe, in milliseconds. */
const probeTimeout = 60_000;

/** The model calls the function in pieces; one of them has its name. */
const callsTool = (text: string): boolean =>
  eventsOf(text).some((event) => JSON.stringify(event.choices ?? []).includes(`"${toolName}"`));

/** What Elasticsearch's request has not: it streams always, and a temperature is refused by some models. */
function withoutTemperature(body: string): Record<string, unknown> {
  const parsed = parseJson(body);
  if (!isRecord(parsed)) throw new SetupError({ code: 'unexpected' });
  const { temperature: _temperature, stream: _stream, ...rest } = parsed;
  return rest;
}

async function problemOf(
  probe: CalledProbe,
  call: ChatCall,
  options: AnswerOptions & { signal: AbortSignal },
): Promise<Problem | undefined> {
  const body = withoutTemperature(probe === 'tools' ? toolsBody(0) : streamBody(0));
  const opened = await openStream(call, body, options);
  if ('refusal' in opened) return opened.refusal.problem;
  const text = await readStream(opened.stream, options.signal);
  if (probe === 'tools') return callsTool(text) ? undefined : { code: 'tool_call_failed' };
  const flaw = streamFlaw(text, call.redact);
  if (!flaw || flaw.code) return flaw;
  return problemWith('stream_failed', flaw.azure && { azure: flaw.azure });
}

/** Does through Elasticsearch what the assistants do, where Kibana's own adapter is not to be had. */
export async function probeStream(
  probe: CalledProbe,
  call: ChatCall,
  { signal: given, timeoutMs = probeTimeout }: AnswerOptions,
): Promise<Probe> {
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = given ? AbortSignal.any([given, limit]) : limit;
  const problem = await problemOf(probe, call, { signal, timeoutMs }).catch(
    (error: unknown): Problem => {
      if (signal.aborted) return { code: 'answer_slow', detail: { seconds: timeoutMs / 1_000 } };
      if (error instanceof SetupError) return error.problem;
      throw error;
    },
  );
  return problem ? { probe, status: 'fail', problem } : { probe, status: 'pass' };
}
