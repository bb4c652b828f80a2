import type { Run } from '../../common/run';
import { advance } from '../../server/core/workflows/advance';
import { undoing } from '../../server/core/workflows/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import type { TickContext } from '../../server/core/workflows/waiting';

/** Far more ticks than any run takes. */
const manyTicks = 60;

/** Ticks until nothing more happens by itself, as Task Manager would. */
export async function carryOut(start: Run, context: TickContext): Promise<Run> {
  let run = start;
  for (let ticks = 0; run.status === start.status && ticks < manyTicks; ticks += 1) {
    ({ run } = await advance(setUp, { run }, context));
  }
  return run;
}

/** The same for the removal of what a run created. */
export const carryOutUndo = (run: Run, context: TickContext): Promise<Run> =>
  carryOut(undoing(setUp, run), context);
