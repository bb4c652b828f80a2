import type { StepId } from '../../../../common/steps';
import { untilAborted, abortedCall } from '../../in_time';
import { backward } from './backward';
import type { TickResult } from './direction';
import { forward } from './forward';
import { lineOf, runningLine, withLine, type RunState } from './run_state';
import { yieldsAt, pollInterval, tickLength, type TickContext } from './waiting';
import type { Workflow } from '../workflow';

/**
 * One tick: look, do what is missing, and look again, until the run ends or the tick's time is over. Can be repeated
 * after a crash at any point.
 */
export async function advance(
  workflow: Workflow,
  state: Pick<RunState, 'run' | 'abandonedTickAt'>,
  context: TickContext,
): Promise<TickResult> {
  const { now, sleep, signal } = context;
  const startedAt = now().getTime();
  let { run } = state;
  const { status } = run;
  const direction = (status === 'undoing' ? backward : forward)(workflow, state, context);
  let repeated: StepId | undefined;
  for (;;) {
    const step = direction.next(run);
    const saved = step && lineOf(run, step.id);
    if (!step || !saved) return { run: await direction.complete(run) };
    let line = runningLine(saved, now());
    run = withLine(run, line);
    const visit = await untilAborted(direction.visit(step, line, run), signal);
    if (visit === abortedCall) {
      line = direction.interrupted(step, line);
      run = withLine(run, line);
    } else {
      if ('end' in visit) return visit.end;
      ({ run } = visit);
      // Looks once immediately after an action, then at intervals, because ARM is eventually consistent.
      const isImmediate = visit.then === 'next' || (visit.then === 'again' && repeated !== step.id);
      if (visit.then === 'again') repeated = step.id;
      if (isImmediate) {
        if (direction.startsAtFirstStep || now().getTime() < startedAt + tickLength) continue;
        // After a slow action, the next tick continues with a full time limit.
        return { run };
      }
      line = runningLine(lineOf(run, step.id) ?? line, now());
    }
    const problem = direction.timedOut(step, line);
    if (problem) {
      run = direction.giveUp(run, line, problem);
      if (run.status !== status || signal.aborted) return { run };
      continue;
    }
    const until = yieldsAt(startedAt, context);
    if (signal.aborted || now().getTime() + pollInterval > until) return { run };
    await sleep(pollInterval);
  }
}
