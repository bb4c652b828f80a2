import { SetupError, type ProblemCode } from '../../common/problem';
import type { Run } from '../../common/run';
import { newRun, resumed, stopped, undoing } from '../../server/core/workflows/engine/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { carryOut } from '../support/carry_out';
import { sentCalls } from './calls';
import { arrangeCell, cellsOf, crash, rowOf, type Cell, type MatrixOptions } from './cells';
import { beginning, type ChaosStage, type Existing } from './chaos_stage';
import { difference } from './inventory';
import { endOf, falselyRemoved, wrongEnd } from './judge';
import { elsewhere, type Scenario } from './scenarios';

const minute = 60_000;

/** Signs in again and lets the run or its undo stop or finish. */
export async function settle(stage: ChaosStage, scenario: Scenario, run: Run) {
  const reported: unknown[] = [];
  const azure = await stage.signIn();
  const after = await carryOut(run, stage.tickContext(scenario, azure, reported)).catch(
    (error: unknown): Run => {
      // The task stops the run with it; the lines of the tick are lost.
      if (!(error instanceof SetupError)) throw error;
      return stopped(run, error.problem);
    },
  );
  return { after, wrong: wrongEnd(after, reported) };
}

/** The same for undo. */
export const remove = (stage: ChaosStage, scenario: Scenario, run: Run) =>
  settle(stage, scenario, undoing(setUp, run));

/** A fixed id, so the results of two runs can be compared. */
const runId = '5e0c1d1e-7c7e-4a3b-9d55-0a1b2c3d4e5f';

export const aRun = ({ request }: Scenario): Run => newRun(setUp, runId, request, new Date());

export const resumedWithout = (run: Run): Run => resumed(setUp, run, run.request);

/** The inventory before and after a phase without faults. */
interface Phase {
  name: string;
  existing: Existing;
  /** The run at its start. */
  run: Run;
  wanted: readonly string[];
}

/** Failed resources stay until a person deletes them. */
const isForPerson: ReadonlySet<ProblemCode> = new Set(['account_failed', 'deployment_failed']);

/** After the fault: the run finishes without duplicates, and undo leaves nothing behind. */
export async function aftermath(
  stage: ChaosStage,
  scenario: Scenario,
  stopped: Run,
  before: readonly string[],
  wanted?: readonly string[],
): Promise<string | undefined> {
  stage.state.faults = [];
  stage.state.skewMs += 10 * minute;
  let run = stopped;
  if (run.status === 'blocked') {
    const next = await settle(stage, scenario, resumedWithout(run));
    if (next.wrong) return `resumed: ${next.wrong}`;
    run = next.after;
  }
  if (run.status === 'blocked' && !isForPerson.has(run.problem.code))
    return `resumed: ${endOf(run)}`;
  const made = wanted && run.status === 'finished' ? difference(wanted, stage.inventory()) : [];
  if (made.length > 0) return `finished: ${made.join(', ')}`;
  const undone = await remove(stage, scenario, run);
  if (undone.wrong) return `undo: ${undone.wrong}`;
  const left = difference(before, stage.inventory());
  return left.length === 0 ? undefined : `after undo: ${left.join(', ')}`;
}

/** A finished setup; `again` is the run that moves to another account. */
export async function finishedRun(stage: ChaosStage, scenario: Scenario) {
  await stage.arrange(beginning(scenario));
  const before = stage.inventory();
  const { after: run } = await settle(stage, scenario, aRun(scenario));
  if (run.status !== 'finished') throw new Error(`${scenario.name}: ${endOf(run)}`);
  const again = resumed(setUp, run, elsewhere(scenario));
  return { before, run, again, created: stage.inventory(), existing: await stage.existing() };
}

/** Injects every fault into every call of a phase, then resumes and undoes the run without faults. */
async function forwardMatrix(
  { stage, scenario, isChosen, onRow }: MatrixOptions,
  { name, existing, run, wanted }: Phase,
  before: readonly string[],
) {
  const row = (cell: Cell, end: string, wrong: string | undefined) =>
    onRow(rowOf(`${name}, ${scenario.name}`, cell, end, wrong));
  for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
    await arrangeCell(stage, existing, cell);
    try {
      const { after, wrong } = await settle(stage, scenario, run);
      row(cell, endOf(after), wrong ?? (await aftermath(stage, scenario, after, before, wanted)));
    } catch (error) {
      row(cell, 'throws', crash(error));
    }
  }
}

/** Injects every fault into every call of a setup. */
export async function setUpMatrix(options: MatrixOptions): Promise<void> {
  const { stage, scenario } = options;
  const { before, created } = await finishedRun(stage, scenario);
  const existing = beginning(scenario);
  const phase: Phase = { name: 'setup', existing, run: aRun(scenario), wanted: created };
  await forwardMatrix(options, phase, before);
}

/** Injects every fault into every call of a run that moves to another account. */
export async function moveMatrix(options: MatrixOptions): Promise<void> {
  const { stage, scenario } = options;
  const { before, again, existing } = await finishedRun(stage, scenario);
  await stage.arrange(existing);
  await settle(stage, scenario, again);
  const phase: Phase = { name: 'move', existing, run: again, wanted: stage.inventory() };
  await forwardMatrix(options, phase, before);
}

/** Injects every fault into every call of undo, then repeats undo without faults. */
export async function undoMatrix({
  stage,
  scenario,
  isChosen,
  onRow,
}: MatrixOptions): Promise<void> {
  const { before, run, existing } = await finishedRun(stage, scenario);
  await stage.arrange(existing);
  await remove(stage, scenario, run);
  const row = (cell: Cell, end: string, wrong: string | undefined) =>
    onRow(rowOf(`undo, ${scenario.name}`, cell, end, wrong));
  for (const cell of cellsOf(sentCalls(stage.state), isChosen)) {
    await arrangeCell(stage, existing, cell);
    try {
      const { after, wrong } = await remove(stage, scenario, run);
      const lie = wrong ?? falselyRemoved(after, before, stage.inventory());
      row(cell, endOf(after), lie ?? (await aftermath(stage, scenario, after, before)));
    } catch (error) {
      row(cell, 'throws', crash(error));
    }
  }
}
