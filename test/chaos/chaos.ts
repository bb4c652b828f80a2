import { parseArgs } from 'node:util';
import type { MatrixOptions } from './cells';
import { startChaosStage } from './chaos_stage';
import { compressTime } from './compressed_time';
import { inventoryMatrix } from './inventories';
import type { Row } from './judge';
import { killMatrix } from './kill_matrix';
import { readMatrix } from './read_matrix';
import {
  adoptedRoad,
  assignedRoad,
  bothRoad,
  connectorRoad,
  keylessRoad,
  roads,
  type Road,
} from './roads';
import { moveMatrix, setUpMatrix, undoMatrix } from './run_matrix';

interface Matrix {
  run(options: MatrixOptions): Promise<void>;
  roads: readonly Road[];
}

const matrices: Readonly<Record<string, Matrix>> = {
  'set-up': { run: setUpMatrix, roads },
  move: { run: moveMatrix, roads: [keylessRoad, bothRoad] },
  undo: { run: undoMatrix, roads },
  kills: { run: killMatrix, roads: [...roads, adoptedRoad] },
  reads: { run: readMatrix, roads: [connectorRoad] },
  inventories: { run: inventoryMatrix, roads: [...roads, adoptedRoad, assignedRoad] },
};

const { values } = parseArgs({
  options: {
    /** A name from the table above; all of them by default. */
    matrix: { type: 'string' },
    /** The name of a road; all of them by default. */
    road: { type: 'string' },
    /** Looks at every n-th cell only. */
    every: { type: 'string', default: '1' },
    /** Cells looked at side by side, each with a simulator of its own: most of their time is waiting. */
    stages: { type: 'string', default: '6' },
    /** Prints all cells, not only the wrong ones. */
    all: { type: 'boolean', default: false },
  },
});
const every = Number(values.every);
const stages = Number(values.stages);
const chosen = Object.entries(matrices)
  .filter(([name]) => name === (values.matrix ?? name))
  .flatMap(([, { run, roads: of }]) => of.map((road) => ({ run, road })))
  .filter(({ road }) => road.name === (values.road ?? road.name));

const print = ({ matrix, call, fault, lasting, end, wrong = 'right' }: Row) =>
  console.log([matrix, call, fault, lasting, end, wrong].join(' | '));

/** One of several: looks at every cell whose turn it is. */
async function work(turn: number, rows: Row[]): Promise<void> {
  const stage = await startChaosStage();
  try {
    for (const { run, road } of chosen) {
      await run({
        stage,
        road,
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
