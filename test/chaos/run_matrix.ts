import { randomUUID } from 'node:crypto';
import { SetupError } from '../../common/problem';
import type { Run } from '../../common/run';
import type { FakeTarget } from '../support/fake_target';
import { newRun, resumed, stopped } from '../../server/core/workflows/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { carryOut, carryOutUndo } from '../support/carry_out';
import { sentCalls } from './calls';
import { arrangeCell, cellsOf, crash, rowOf, type MatrixOptions } from './cells';
import { newTarget, type ChaosStage } from './chaos_stage';
import { difference, inventory } from './inventory';
import { endOf, falselyRemoved, wrongEnd } from './judge';

const minute = 60_000;

/** Signs in again and lets the run, or its removal, stop or finish. */
export async function settle(
  stage: ChaosStage,
  run: Run,
  target: FakeTarget,
  carry: typeof carryOut,
) {
  const reported: unknown[] = [];
  const azure = await stage.signIn();
  const after = await carry(run, stage.tickContext(azure, target, reported)).catch(
    (error: unknown): Run => {
      // The task stops the run with it; the lines of the tick are lost.
      if (!(error instanceof SetupError)) throw error;
      return stopped(run, error.problem);
    },
  );
  return { after, wrong: wrongEnd(after, reported) };
}

/** After the fault has passed: the run continues, and its removal leaves nothing behind. */
async function aftermath(
  stage: ChaosStage,
  stopped: Run,
  target: FakeTarget,
  before: readonly string[],
): Promise<string | undefined> {
  stage.state.faults = [];
  stage.state.skewMs += 10 * minute;
  let run = stopped;
  if (run.status === 'blocked') {
    const next = await settle(stage, resumed(setUp, run, run.request), target, carryOut);
    if (next.wrong) return `resumed: ${next.wrong}`;
    run = next.after;
  }
  const undone = await settle(stage, run, target, carryOutUndo);
  if (undone.wrong) return `undo: ${undone.wrong}`;
  const left = difference(before, inventory(stage.state));
  return left.length === 0 ? undefined : `after undo: ${left.join(', ')}`;
}

export const aRun = ({ request }: ChaosStage): Run =>
  newRun(setUp, randomUUID(), request, new Date());

/** Every call of a set-up meets every fault; then the run is resumed and undone without. */
export async function setUpMatrix({ stage, world, isChosen, onRow }: MatrixOptions): Promise<void> {
  stage.arrange(world);
  const before = inventory(stage.state);
  await settle(stage, aRun(stage), newTarget(), carryOut);
  for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
    const target = newTarget();
    arrangeCell(stage, world, cell);
    try {
      const { after, wrong } = await settle(stage, aRun(stage), target, carryOut);
      const later = wrong ?? (await aftermath(stage, after, target, before));
      onRow(rowOf('set-up', cell, endOf(after), later));
    } catch (error) {
      onRow(rowOf('set-up', cell, 'throws', crash(error)));
    }
  }
}

/** Every call of a removal meets every fault; then the removal is repeated without faults. */
export async function undoMatrix({ stage, world, isChosen, onRow }: MatrixOptions): Promise<void> {
  stage.arrange(world);
  const before = inventory(stage.state);
  const finished = await settle(stage, aRun(stage), newTarget(), carryOut);
  const created = structuredClone(stage.state.world);
  stage.arrange(created);
  await settle(stage, finished.after, newTarget(), carryOutUndo);
  for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
    arrangeCell(stage, created, cell);
    try {
      const { after, wrong } = await settle(stage, finished.after, newTarget(), carryOutUndo);
      const lie = wrong ?? falselyRemoved(after, stage.state, before);
      const later = lie ?? (await aftermath(stage, after, newTarget(), before));
      onRow(rowOf('undo', cell, endOf(after), later));
    } catch (error) {
      onRow(rowOf('undo', cell, 'throws', crash(error)));
    }
  }
}
