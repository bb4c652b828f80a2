import type { ProblemCode } from '../../common/problem';
import type { Run } from '../../common/run';
import type { Known } from './answers';
import { problemOf } from './http_problem';
import { useAnswer } from './use_answer';

/** A run that continues by itself. A problem stops a set-up (`blocked`) as well as a removal (`undoing`). */
export const isMoving = (run: Run | undefined): boolean =>
  run?.problem === undefined && (run?.status === 'running' || run?.status === 'undoing');

/** The server looks at Azure at most once in 2 s for a run. */
const interval = 2_000;

/** Failures that the next look would meet, too: there is no such run, or it is not for this person to see any more. */
const lasting: ReadonlySet<ProblemCode> = new Set(['run_not_found', 'setup_privilege_missing']);

/** When to look again, in ms; undefined ends the following. A lost connection does not end it. */
export function lookAgainAfter({ data, error }: Known<{ run: Run }>): number | undefined {
  const code = problemOf(error)?.code;
  if (code !== undefined && lasting.has(code)) return undefined;
  return isMoving(data?.run) ? interval : undefined;
}

/** One run, followed until it ends or stops. */
export function useRun(runId: string | undefined) {
  return useAnswer('run', runId ? { key: runId, input: { params: { runId } } } : undefined, {
    againAfter: lookAgainAfter,
  });
}
