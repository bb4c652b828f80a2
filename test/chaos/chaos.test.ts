import type { MatrixOptions } from './cells';
import { startChaosStage, type ChaosStage } from './chaos_stage';
import { compressTime } from './compressed_time';
import { inventoryMatrix } from './inventories';
import type { Row } from './judge';
import { killMatrix } from './kill_matrix';
import { readMatrix } from './read_matrix';
import { bothRoad, connectorRoad, keylessRoad, type Road } from './roads';
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

/** Every n-th cell; `npm run chaos` looks at all of them. */
async function wrongIn(
  matrix: (options: MatrixOptions) => Promise<void>,
  every: number,
  road: Road = connectorRoad,
) {
  const rows: Row[] = [];
  await matrix({
    stage,
    road,
    isChosen: (index) => index % every === 0,
    onRow: (row) => void rows.push(row),
  });
  expect(rows.length).toBeGreaterThan(1);
  return rows.filter(({ wrong }) => wrong !== undefined);
}

it('a set-up stops or finishes and leaves nothing behind when a call to Azure goes wrong', async () => {
  expect(await wrongIn(setUpMatrix, 31)).toEqual([]);
});

it('a removal calls nothing removed that is there when a call to Azure goes wrong', async () => {
  expect(await wrongIn(undoMatrix, 31)).toEqual([]);
});

it('a read answers or names its problem when a call to Azure goes wrong', async () => {
  expect(await wrongIn(readMatrix, 41)).toEqual([]);
});

it('a removal leaves what others own', async () => {
  expect(await wrongIn(inventoryMatrix, 1)).toEqual([]);
});
