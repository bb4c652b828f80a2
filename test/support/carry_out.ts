import type { Run } from '../../common/run';
import { advance } from '../../server/core/workflows/engine/advance';
import { stopped, undoing } from '../../server/core/workflows/engine/run_state';
import { workflows } from '../../server/core/workflows';
import type { TickContext } from '../../server/core/workflows/engine/waiting';

/** Far more ticks than any run needs. */
const manyTicks = 60;

/** Runs ticks as Task Manager does, until the run no longer changes. `onSaved` gets the state after each tick. */
export async function carryOut(
  start: Run,
  context: TickContext,
  onSaved: (run: Run) => void = () => {},
): Promise<Run> {
  let run = start;
  for (let ticks = 0; run.status === start.status && ticks < manyTicks; ticks += 1) {
    const tick = await advance(workflows[run.workflow], { run }, context);
    ({ run } = tick);
    onSaved(run);
    // The task repeats it some times, and then stops the run with it.
    if (tick.refusedKey) return stopped(run, tick.refusedKey);
  }
  return run;
}

/** The same for undo. */
export const carryOutUndo = (run: Run, context: TickContext): Promise<Run> =>
  carryOut(undoing(workflows[run.workflow], run), context);
