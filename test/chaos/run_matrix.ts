import { SetupError, type ProblemCode } from '../../common/problem';
import type { Run } from '../../common/run';
import { newRun, resumed, stopped, undoing } from '../../server/core/workflows/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { carryOut } from '../support/carry_out';
import { sentCalls } from './calls';
import { arrangeCell, cellsOf, crash, rowOf, type Cell, type MatrixOptions } from './cells';
import { beginning, type ChaosStage, type Existing } from './chaos_stage';
import { difference } from './inventory';
import { endOf, falselyRemoved, wrongEnd } from './judge';
import { elsewhere, type Road } from './roads';

const minute = 60_000;

/** Signs in again and lets the run, or its removal, stop or finish. */
export async function settle(stage: ChaosStage, road: Road, run: Run) {
  const reported: unknown[] = [];
  const azure = await stage.signIn();
  const after = await carryOut(run, stage.tickContext(road, azure, reported)).catch(
    (error: unknown): Run => {
      // The task stops the run with it; the lines of the tick are lost.
      if (!(error instanceof SetupError)) throw error;
      return stopped(run, error.problem);
    },
  );
  return { after, wrong: wrongEnd(after, reported) };
}

/** The same for the removal of what the run created. */
export const remove = (stage: ChaosStage, road: Road, run: Run) =>
  settle(stage, road, undoing(setUp, run));

/** The same id each time, so that what two runs leave can be compared. */
const runId = '5e0c1d1e-7c7e-4a3b-9d55-0a1b2c3d4e5f';

export const aRun = ({ request }: Road): Run => newRun(setUp, runId, request, new Date());

export const resumedWithout = (run: Run): Run => resumed(setUp, run, run.request);

/** What there is before a phase and after it, when nothing goes wrong. */
interface Phase {
  name: string;
  existing: Existing;
  /** The run at its beginning. */
  run: Run;
  wanted: readonly string[];
}

/** What Azure failed to create stays as it is until a person deletes it. */
const isForPerson: ReadonlySet<ProblemCode> = new Set(['account_failed', 'deployment_failed']);

/** After the fault has passed: the run continues to its end, creates nothing twice, and its removal leaves nothing behind. */
export async function aftermath(
  stage: ChaosStage,
  road: Road,
  stopped: Run,
  before: readonly string[],
  wanted?: readonly string[],
): Promise<string | undefined> {
  stage.state.faults = [];
  stage.state.skewMs += 10 * minute;
  let run = stopped;
  if (run.status === 'blocked') {
    const next = await settle(stage, road, resumedWithout(run));
    if (next.wrong) return `resumed: ${next.wrong}`;
    run = next.after;
  }
  if (run.status === 'blocked' && !isForPerson.has(run.problem.code))
    return `resumed: ${endOf(run)}`;
  const made = wanted && run.status === 'finished' ? difference(wanted, stage.inventory()) : [];
  if (made.length > 0) return `finished: ${made.join(', ')}`;
  const undone = await remove(stage, road, run);
  if (undone.wrong) return `undo: ${undone.wrong}`;
  const left = difference(before, stage.inventory());
  return left.length === 0 ? undefined : `after undo: ${left.join(', ')}`;
}

/** A finished setup; `again` is the run as it begins to move to another account. */
export async function finishedRun(stage: ChaosStage, road: Road) {
  await stage.arrange(beginning(road));
  const before = stage.inventory();
  const { after: run } = await settle(stage, road, aRun(road));
  if (run.status !== 'finished') throw new Error(`${road.name}: ${endOf(run)}`);
  const again = resumed(setUp, run, elsewhere(road));
  return { before, run, again, created: stage.inventory(), existing: await stage.existing() };
}

/** Every call of a phase meets every fault; then the run is resumed and undone without. */
async function forwardMatrix(
  { stage, road, isChosen, onRow }: MatrixOptions,
  { name, existing, run, wanted }: Phase,
  before: readonly string[],
) {
  const row = (cell: Cell, end: string, wrong: string | undefined) =>
    onRow(rowOf(`${name}, ${road.name}`, cell, end, wrong));
  for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
    await arrangeCell(stage, existing, cell);
    try {
      const { after, wrong } = await settle(stage, road, run);
      row(cell, endOf(after), wrong ?? (await aftermath(stage, road, after, before, wanted)));
    } catch (error) {
      row(cell, 'throws', crash(error));
    }
  }
}

/** Every call of a set-up meets every fault. */
export async function setUpMatrix(options: MatrixOptions): Promise<void> {
  const { stage, road } = options;
  const { before, created } = await finishedRun(stage, road);
  const existing = beginning(road);
  const phase: Phase = { name: 'set-up', existing, run: aRun(road), wanted: created };
  await forwardMatrix(options, phase, before);
}

/** Every call of a resumed run that moves to another account meets every fault. */
export async function moveMatrix(options: MatrixOptions): Promise<void> {
  const { stage, road } = options;
  const { before, again, existing } = await finishedRun(stage, road);
  await stage.arrange(existing);
  await settle(stage, road, again);
  const phase: Phase = { name: 'move', existing, run: again, wanted: stage.inventory() };
  await forwardMatrix(options, phase, before);
}

/** Every call of a removal meets every fault; then the removal is repeated without faults. */
export async function undoMatrix({ stage, road, isChosen, onRow }: MatrixOptions): Promise<void> {
  const { before, run, existing } = await finishedRun(stage, road);
  await stage.arrange(existing);
  await remove(stage, road, run);
  const row = (cell: Cell, end: string, wrong: string | undefined) =>
    onRow(rowOf(`undo, ${road.name}`, cell, end, wrong));
  for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
    await arrangeCell(stage, existing, cell);
    try {
      const { after, wrong } = await remove(stage, road, run);
      const lie = wrong ?? falselyRemoved(after, before, stage.inventory());
      row(cell, endOf(after), lie ?? (await aftermath(stage, road, after, before)));
    } catch (error) {
      row(cell, 'throws', crash(error));
    }
  }
}
