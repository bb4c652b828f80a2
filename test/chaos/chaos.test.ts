import type { MatrixOptions } from './cells';
import { startChaosStage, type ChaosStage } from './chaos_stage';
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
  type Scenario,
} from './scenarios';
import { moveMatrix, setUpMatrix, undoMatrix } from './run_matrix';

let stage: ChaosStage;
let restoreTime: () => void;

beforeAll(async () => {
  restoreTime = compressTime();
  stage = await startChaosStage();
});
afterAll(async () => {
  await stage.stop();
  restoreTime();
});

/** Every n-th cell; `npm run chaos` runs all of them. */
async function wrongIn(
  matrix: (options: MatrixOptions) => Promise<void>,
  every: number,
  scenario: Scenario = connectorScenario,
) {
  const rows: Row[] = [];
  await matrix({
    stage,
    scenario,
    isChosen: (index) => index % every === 0,
    onRow: (row) => void rows.push(row),
  });
  expect(rows.length).toBeGreaterThan(1);
  return rows.filter(({ wrong }) => wrong !== undefined);
}

const ways = [connectorScenario, keylessScenario, bothScenario].map(
  (scenario): [string, Scenario] => [scenario.name, scenario],
);

it.each(ways)(
  'a setup stops or finishes and leaves nothing behind when a call fails: %s',
  async (_, scenario) => {
    expect(await wrongIn(setUpMatrix, 151, scenario)).toEqual([]);
  },
);

it.each(ways)(
  'an undo reports no existing resource as deleted when a call fails: %s',
  async (_, scenario) => {
    expect(await wrongIn(undoMatrix, 151, scenario)).toEqual([]);
  },
);

it('a run that moves to another account ends with one endpoint when a call fails', async () => {
  expect(await wrongIn(moveMatrix, 199, keylessScenario)).toEqual([]);
});

it.each(ways)(
  'nothing is lost, duplicated or left when a process is killed at a call: %s',
  async (_, scenario) => {
    expect(await wrongIn(killMatrix, 37, scenario)).toEqual([]);
  },
);

it('a read succeeds or has a problem when a call to Azure fails', async () => {
  expect(await wrongIn(readMatrix, 41)).toEqual([]);
});

it.each([
  ...ways,
  ...[adoptedScenario, assignedScenario].map((scenario): [string, Scenario] => [
    scenario.name,
    scenario,
  ]),
])('an undo keeps what others own: %s', async (_, scenario) => {
  expect(await wrongIn(inventoryMatrix, 1, scenario)).toEqual([]);
});
