import { problemWith, SetupError, type Problem } from '../../../../common/problem';
import type { CalledProbe, Probe } from '../../../../common/run';
import { timeLimited } from '../../../core/targets/bounded';
import type { AnswerOptions } from '../../../core/targets/target';
import { streamFlaw } from '../answers/stream_answer';
import { eventsOf } from '../answers/stream_events';
import { slowAnswer, streamRequest, timeouts, toolName, toolsRequest } from '../questions';
import { openStream, readWhole, type ChatCall } from './chat_stream';

/** True if a chunk of the stream has the function's name. */
const callsTool = (text: string): boolean =>
  eventsOf(text).some((event) => JSON.stringify(event.choices ?? []).includes(`"${toolName}"`));

async function problemOf(
  probe: CalledProbe,
  call: ChatCall,
  options: AnswerOptions & { signal: AbortSignal },
): Promise<Problem | undefined> {
  // Without a temperature, which some models refuse.
  const request = probe === 'tools' ? toolsRequest : streamRequest;
  const opened = await openStream(call, request, options);
  if ('refusal' in opened) return opened.refusal.problem;
  const text = await readWhole(opened.stream, options.signal, 'stream_failed');
  if (probe === 'tools') return callsTool(text) ? undefined : { code: 'tool_call_failed' };
  const flaw = streamFlaw(text, call.redact);
  if (!flaw || flaw.code) return flaw;
  return problemWith('stream_failed', flaw.azure && { azure: flaw.azure });
}

/** Tests the assistants' features through Elasticsearch, if Kibana's own adapter is not available. */
export async function probeStream(
  probe: CalledProbe,
  call: ChatCall,
  { signal: given, timeoutMs = timeouts.probe }: AnswerOptions,
): Promise<Probe> {
  const { signal } = timeLimited(given, timeoutMs);
  const problem = await problemOf(probe, call, { signal, timeoutMs }).catch(
    (error: unknown): Problem => {
      if (signal.aborted) return slowAnswer(timeoutMs);
      if (error instanceof SetupError) return error.problem;
      throw error;
    },
  );
  return problem ? { probe, status: 'fail', problem } : { probe, status: 'pass' };
}
