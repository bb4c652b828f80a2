import { SetupError } from '../../../common/problem';
import { beforeEnd, timeIsOver } from '../in_time';

export interface CallOptions {
  /** Ends the call early. */
  signal?: AbortSignal;
  /** Milliseconds. */
  timeoutMs?: number;
}

/** Bound of a call that Kibana answers from Elasticsearch, in milliseconds. */
const storeTimeout = 20_000;

/**
 * Runs a call that may never answer. Rejects with `connector_slow` when the time is over or the caller aborts;
 * the call gets the signal, and a result that arrives later goes to `discard`.
 */
export async function bounded<T>(
  call: (signal: AbortSignal) => Promise<T>,
  { signal: given, timeoutMs = storeTimeout }: CallOptions = {},
  discard: (late: T) => void = () => {},
): Promise<T> {
  const seconds = Math.ceil(timeoutMs / 1_000);
  const slow = () => new SetupError({ code: 'connector_slow', detail: { seconds } });
  if (given?.aborted) throw slow();
  const late = new AbortController();
  const signal = given ? AbortSignal.any([given, late.signal]) : late.signal;
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    const called = call(signal);
    called.then(
      (result) => signal.aborted && discard(result),
      () => {},
    );
    const result = await beforeEnd(called, signal);
    if (result === timeIsOver) throw slow();
    return result;
  } finally {
    clearTimeout(timer);
  }
}

/** A signal that fires when the caller aborts or the time in milliseconds is over; `limit` fires for the latter only. */
export function timeLimited(given: AbortSignal | undefined, timeoutMs: number) {
  const limit = AbortSignal.timeout(timeoutMs);
  return { limit, signal: given ? AbortSignal.any([given, limit]) : limit };
}
