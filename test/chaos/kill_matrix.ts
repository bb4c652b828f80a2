import type { Run } from '../../common/run';
import { undoing } from '../../server/core/workflows/engine/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { carryOut } from '../support/carry_out';
import { crash, type MatrixOptions } from './cells';
import { beginning, type ChaosStage, type Existing } from './chaos_stage';
import { createGate, type Kill } from './gate';
import { difference } from './inventory';
import { endOf, falselyRemoved, type Row } from './judge';
import type { Scenario } from './scenarios';
import { aftermath, aRun, finishedRun, remove, settle } from './run_matrix';

interface Phase {
  name: string;
  existing: Existing;
  /** The saved run when the process starts. */
  run: Run;
  end: Run['status'];
  wanted: readonly string[];
}

/** The calls of one process in the phase. */
async function callsOf(stage: ChaosStage, scenario: Scenario, { existing, run }: Phase) {
  await stage.arrange(existing);
  const gate = createGate();
  const azure = await stage.signIn(gate);
  await carryOut(run, stage.tickContext(scenario, azure, [], gate));
  return gate.calls;
}

/** Kills a process at a call; the run has its last saved state. */
async function killed(stage: ChaosStage, scenario: Scenario, { existing, run }: Phase, kill: Kill) {
  await stage.arrange(existing);
  let saved = run;
  const gate = createGate(kill);
  const azure = await stage.signIn(gate);
  const context = stage.tickContext(scenario, azure, [], gate);
  const end = await Promise.race([carryOut(run, context, (tick) => (saved = tick)), gate.killed]);
  if (end !== 'killed') throw new Error(`is not killed: ${endOf(end)}`);
  return saved;
}

/** Another process continues the run; then it is undone. */
async function continued(
  stage: ChaosStage,
  scenario: Scenario,
  phase: Phase,
  saved: Run,
  before: readonly string[],
): Promise<Pick<Row, 'end' | 'wrong'>> {
  const { after, wrong } = await settle(stage, scenario, saved);
  const made = difference(phase.wanted, stage.inventory());
  const found =
    wrong ??
    (after.status === phase.end ? undefined : `is not ${phase.end}`) ??
    falselyRemoved(after, before, stage.inventory()) ??
    (made.length > 0 ? `at the end: ${made.join(', ')}` : undefined) ??
    (await aftermath(stage, scenario, after, before));
  return { end: endOf(after), ...(found && { wrong: found }) };
}

/** The run is undone before it continues. */
async function undone(
  stage: ChaosStage,
  scenario: Scenario,
  _phase: Phase,
  saved: Run,
  before: readonly string[],
): Promise<Pick<Row, 'end' | 'wrong'>> {
  const { after, wrong } = await remove(stage, scenario, saved);
  const left = difference(before, stage.inventory());
  const found =
    wrong ??
    (after.status === 'undone' ? undefined : 'is not undone') ??
    (left.length > 0 ? `after undo: ${left.join(', ')}` : undefined);
  return { end: endOf(after), ...(found && { wrong: found }) };
}

async function phasesOf(stage: ChaosStage, scenario: Scenario) {
  const { before, run, again, created, existing } = await finishedRun(stage, scenario);
  const start: Phase = {
    name: 'setup',
    existing: beginning(scenario),
    run: aRun(scenario),
    end: 'finished',
    wanted: created,
  };
  const moved = { name: 'move', existing, run: again, end: 'finished', wanted: created } as const;
  await callsOf(stage, scenario, moved);
  const move: Phase = { ...moved, wanted: stage.inventory() };
  const undo: Phase = {
    name: 'undo',
    existing,
    run: undoing(setUp, run),
    end: 'undone',
    wanted: before,
  };
  return { before, phases: [start, move, undo] };
}

/** Kills a process before and after each of its calls to Azure, Elasticsearch and Kibana. */
export async function killMatrix({
  stage,
  scenario,
  isChosen,
  onRow,
}: MatrixOptions): Promise<void> {
  const { before, phases } = await phasesOf(stage, scenario);
  let index = -1;
  for (const phase of phases) {
    const calls = await callsOf(stage, scenario, phase);
    const kills = calls.flatMap((call, position) =>
      (['before', 'after'] as const).flatMap((moment) =>
        ([continued, undone] as const)
          .filter((then) => then === continued || phase.end !== 'undone')
          .map((then) => ({ call, kill: { position, moment }, then })),
      ),
    );
    for (const { call, kill, then } of kills) {
      index += 1;
      if (!isChosen(index)) continue;
      const row = {
        matrix: `kill in ${phase.name}, ${scenario.name}`,
        call: `${kill.position + 1}. ${call.replace(/^(\S+) .*\/providers\//i, '$1 ')}`,
        fault: `killed ${kill.moment}, then ${then.name}`,
        lasting: 'once',
      } as const;
      try {
        const saved = await killed(stage, scenario, phase, kill);
        onRow({ ...row, ...(await then(stage, scenario, phase, saved, before)) });
      } catch (error) {
        onRow({ ...row, end: 'throws', wrong: crash(error) });
      }
    }
  }
}
