import type { Run } from '../../common/run';
import { advance } from '../../server/core/workflows/advance';
import { stopped, undoing } from '../../server/core/workflows/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import type { TickContext } from '../../server/core/workflows/waiting';

/** Far more ticks than any run takes. */
const manyTicks = 60;

/** Ticks until nothing more happens by itself, as Task Manager would. `onSaved` gets what each of them hands back. */
export async function carryOut(
  start: Run,
  context: TickContext,
  onSaved: (run: Run) => void = () => {},
): Promise<Run> {
  let run = start;
  for (let ticks = 0; run.status === start.status && ticks < manyTicks; ticks += 1) {
    const tick = await advance(setUp, { run }, context);
    ({ run } = tick);
    onSaved(run);
    // The task repeats it some times, and then stops the run with it.
    if (tick.refusedKey) return stopped(run, tick.refusedKey);
  }
  return run;
}

/** The same for the removal of what a run created. */
export const carryOutUndo = (run: Run, context: TickContext): Promise<Run> =>
  carryOut(undoing(setUp, run), context);
