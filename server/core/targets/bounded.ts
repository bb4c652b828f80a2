import { SetupError } from '../../../common/problem';
import { untilAborted, abortedCall } from '../in_time';

export interface CallOptions {
  /** Aborts the call. */
  signal?: AbortSignal;
  /** Milliseconds. */
  timeoutMs?: number;
}

/** Timeout of Kibana calls that read Elasticsearch, in milliseconds. */
const storeTimeout = 20_000;

/**
 * Runs a call with a timeout. Rejects with `connector_slow` on timeout or abort; the call gets the signal, and
 * `discard` gets a late result.
 */
export async function bounded<T>(
  call: (signal: AbortSignal) => Promise<T>,
  { signal: callerSignal, timeoutMs = storeTimeout }: CallOptions = {},
  discard: (late: T) => void = () => {},
): Promise<T> {
  const seconds = Math.ceil(timeoutMs / 1_000);
  const slow = () => new SetupError({ code: 'connector_slow', detail: { seconds } });
  if (callerSignal?.aborted) throw slow();
  const late = new AbortController();
  const signal = callerSignal ? AbortSignal.any([callerSignal, late.signal]) : late.signal;
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    const called = call(signal);
    called.then(
      (result) => signal.aborted && discard(result),
      () => {},
    );
    const result = await untilAborted(called, signal);
    if (result === abortedCall) throw slow();
    return result;
  } finally {
    clearTimeout(timer);
  }
}

/** A signal that fires on abort or timeout (in milliseconds); `limit` fires on timeout only. */
export function timeLimited(callerSignal: AbortSignal | undefined, timeoutMs: number) {
  const limit = AbortSignal.timeout(timeoutMs);
  return { limit, signal: callerSignal ? AbortSignal.any([callerSignal, limit]) : limit };
}
