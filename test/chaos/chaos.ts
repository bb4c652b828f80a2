import { parseArgs } from 'node:util';
import type { MatrixOptions } from './cells';
import { startChaosStage } from './chaos_stage';
import { compressTime } from './compressed_time';
import { inventoryMatrix } from './inventories';
import type { Row } from './judge';
import { killMatrix } from './kill_matrix';
import { readMatrix } from './read_matrix';
import {
  adoptedScenario,
  assignedScenario,
  bothScenario,
  connectorScenario,
  keylessScenario,
  scenarios,
  type Scenario,
} from './scenarios';
import { moveMatrix, setUpMatrix, undoMatrix } from './run_matrix';

interface Matrix {
  run(options: MatrixOptions): Promise<void>;
  scenarios: readonly Scenario[];
}

const matrices: Readonly<Record<string, Matrix>> = {
  setup: { run: setUpMatrix, scenarios },
  move: { run: moveMatrix, scenarios: [keylessScenario, bothScenario] },
  undo: { run: undoMatrix, scenarios },
  kills: { run: killMatrix, scenarios: [...scenarios, adoptedScenario] },
  reads: { run: readMatrix, scenarios: [connectorScenario] },
  inventories: {
    run: inventoryMatrix,
    scenarios: [...scenarios, adoptedScenario, assignedScenario],
  },
};

const { values } = parseArgs({
  options: {
    /** The name of a matrix; all by default. */
    matrix: { type: 'string' },
    /** The name of a scenario; all by default. */
    scenario: { type: 'string' },
    /** Runs every n-th cell only. */
    every: { type: 'string', default: '1' },
    /** Concurrent cells, each with its own simulator, because they mostly wait. */
    stages: { type: 'string', default: '6' },
    /** Prints all cells, not only the wrong ones. */
    all: { type: 'boolean', default: false },
  },
});
const every = Number(values.every);
const stages = Number(values.stages);
const chosen = Object.entries(matrices)
  .filter(([name]) => name === (values.matrix ?? name))
  .flatMap(([, { run, scenarios: of }]) => of.map((scenario) => ({ run, scenario })))
  .filter(({ scenario }) => scenario.name === (values.scenario ?? scenario.name));

const print = ({ matrix, call, fault, lasting, end, wrong = 'right' }: Row) =>
  console.log([matrix, call, fault, lasting, end, wrong].join(' | '));

/** One of several workers; runs its share of the cells. */
async function work(turn: number, rows: Row[]): Promise<void> {
  const stage = await startChaosStage();
  try {
    for (const { run, scenario } of chosen) {
      await run({
        stage,
        scenario,
        isChosen: (index) => index % every === 0 && (index / every) % stages === turn,
        onRow(row) {
          rows.push(row);
          if (values.all || row.wrong) print(row);
        },
      });
    }
  } finally {
    await stage.stop();
  }
}

const countOf = (rows: readonly Row[], name: string): string =>
  `${name}: ${rows.length} cells, ${rows.filter(({ wrong }) => wrong).length} wrong`;

async function main(): Promise<void> {
  compressTime();
  const rows: Row[] = [];
  await Promise.all(Array.from({ length: stages }, (_, turn) => work(turn, rows)));
  for (const name of new Set(rows.map(({ matrix }) => matrix))) {
    console.log(
      countOf(
        rows.filter(({ matrix }) => matrix === name),
        name,
      ),
    );
  }
  console.log(countOf(rows, 'all'));
  process.exitCode = rows.some(({ wrong }) => wrong) ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
