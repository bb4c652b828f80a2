import { randomUUID } from 'node:crypto';
import { SetupError } from '../../common/problem';
import type { Run } from '../../common/run';
import type { Connectors } from '../../server/core/targets/connectors';
import { newRun, resumed, stopped } from '../../server/core/workflows/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { carryOut, carryOutUndo } from '../support/carry_out';
import { callsMade } from './calls';
import { arrangeCell, cellsOf, crash, rowOf, type MatrixOptions } from './cells';
import { newConnectors, type ChaosStage } from './chaos_stage';
import { difference, inventory } from './inventory';
import { endOf, falselyRemoved, wrongEnd } from './judge';

const minute = 60_000;

/** Signs in again and lets the run, or its removal, stop or finish. */
export async function settle(
  stage: ChaosStage,
  run: Run,
  connectors: Connectors,
  carry: typeof carryOut,
) {
  const reported: unknown[] = [];
  const azure = await stage.signIn();
  const after = await carry(run, stage.tickContext(azure, connectors, reported)).catch(
    (error: unknown): Run => {
      // The task stops the run with it; the lines of the tick are lost.
      if (!(error instanceof SetupError)) throw error;
      return stopped(run, error.problem);
    },
  );
  return { after, wrong: wrongEnd(after, reported) };
}

/** After the fault has passed: the run goes on, and its removal leaves nothing behind. */
async function aftermath(
  stage: ChaosStage,
  stopped: Run,
  connectors: Connectors,
  before: readonly string[],
): Promise<string | undefined> {
  stage.state.faults = [];
  stage.state.skewMs += 10 * minute;
  let run = stopped;
  if (run.status === 'blocked') {
    const next = await settle(stage, resumed(setUp, run, run.request), connectors, carryOut);
    if (next.wrong) return `resumed: ${next.wrong}`;
    run = next.after;
  }
  const undone = await settle(stage, run, connectors, carryOutUndo);
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
  await settle(stage, aRun(stage), newConnectors(), carryOut);
  for (const cell of cellsOf(callsMade(stage.state), isChosen)) {
    const connectors = newConnectors();
    arrangeCell(stage, world, cell);
    try {
      const { after, wrong } = await settle(stage, aRun(stage), connectors, carryOut);
      const later = wrong ?? (await aftermath(stage, after, connectors, before));
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
  const finished = await settle(stage, aRun(stage), newConnectors(), carryOut);
  const made = structuredClone(stage.state.world);
  stage.arrange(made);
  await settle(stage, finished.after, newConnectors(), carryOutUndo);
  for (const cell of cellsOf(callsMade(stage.state), isChosen)) {
    arrangeCell(stage, made, cell);
    try {
      const { after, wrong } = await settle(stage, finished.after, newConnectors(), carryOutUndo);
      const lie = wrong ?? falselyRemoved(after, stage.state, before);
      const later = lie ?? (await aftermath(stage, after, newConnectors(), before));
      onRow(rowOf('undo', cell, endOf(after), later));
    } catch (error) {
      onRow(rowOf('undo', cell, 'throws', crash(error)));
    }
  }
}
