import type { Run } from '../../common/run';
import { tick } from '../../server/core/workflows/tick';
import { undoing, undoTick } from '../../server/core/workflows/undo_tick';
import type { TickContext } from '../../server/core/workflows/waiting';

/** Far more ticks than any run takes. */
const manyTicks = 60;

/** Ticks until nothing more happens by itself, as Task Manager would. */
export async function carryOut(start: Run, context: TickContext): Promise<Run> {
  let run = start;
  for (let ticks = 0; run.status === 'running' && ticks < manyTicks; ticks += 1) {
    ({ run } = await tick(run, context));
  }
  return run;
}

/** The same for the removal of what a run made. */
export async function carryOutUndo(run: Run, context: TickContext): Promise<Run> {
  let state = { run: undoing(run), owner: { user: 'u', space: 'default' } };
  for (let ticks = 0; state.run.status === 'undoing' && ticks < manyTicks; ticks += 1) {
    state = await undoTick(state, context);
  }
  return state.run;
}
