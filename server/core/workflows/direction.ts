import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { Step } from '../steps/step';
import type { RunningLine } from './run_state';

export interface TickResult {
  run: Run;
  /** True if the run continues in another document or was removed: the result is no longer needed. */
  superseded?: true;
  /** Set when Kibana did not accept the API key of the task. */
  refusedKey?: Problem;
}

/** The result of one visit of a step. `again`: it acted, and the result must be read. */
export type Visit = { run: Run; then: 'next' | 'again' | 'wait' } | { end: TickResult };

/** The way through the steps of a workflow: forward to carry it out, backward to undo it. */
export interface Direction {
  /** The step to visit; undefined when none is left. */
  next(run: Run): Step | undefined;
  visit(step: Step, line: RunningLine, run: Run): Promise<Visit>;
  /** The line of a step whose visit has not ended in this tick. */
  interrupted(step: Step, line: RunningLine): RunningLine;
  /** The problem of a step that has waited too long. */
  timedOut(step: Step, line: RunningLine): Problem | undefined;
  /** The run after that problem. A change of its status ends the tick. */
  giveUp(run: Run, line: RunningLine, problem: Problem): Run;
  /** The run when no step is left. */
  complete(run: Run): Promise<Run>;
  /** True if the next tick begins at the first step again: then no time limit ends a tick between two steps. */
  startsOver: boolean;
}
