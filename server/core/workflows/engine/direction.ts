import type { Problem } from '../../../../common/problem';
import type { Run } from '../../../../common/run';
import type { Step } from '../../steps/step';
import type { RunningLine } from './run_state';

export interface TickResult {
  run: Run;
  /** True if the run continues in another document or was removed, so the result is obsolete. */
  superseded?: true;
  /** Set if Kibana did not accept the API key of the task. */
  refusedKey?: Problem;
}

/** The result of visiting one step. `again`: it acted, so look again. */
export type Visit = { run: Run; then: 'next' | 'again' | 'wait' } | { end: TickResult };

/** The direction through the steps of a workflow: forward to apply, backward to undo. */
export interface Direction {
  /** The step to visit; undefined if none is left. */
  next(run: Run): Step | undefined;
  visit(step: Step, line: RunningLine, run: Run): Promise<Visit>;
  /** The line of a step whose visit outlasted this tick. */
  interrupted(step: Step, line: RunningLine): RunningLine;
  /** The problem of a step that has timed out. */
  timedOut(step: Step, line: RunningLine): Problem | undefined;
  /** The run after that problem. A change of its status ends the tick. */
  giveUp(run: Run, line: RunningLine, problem: Problem): Run;
  /** The run if no step is left. */
  complete(run: Run): Promise<Run>;
  /** True if every tick starts at the first step, so the time limit must not end it between two steps. */
  startsAtFirstStep: boolean;
}
