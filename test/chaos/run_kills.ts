import { parseArgs } from 'node:util';
import type { Row } from './judge';
import { kills } from './kills';
import { manyRuns } from './many_runs';

const { values } = parseArgs({
  options: {
    /** Runs every n-th cell only, starting with the `from`-th. */
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    /** Number of concurrent runs at the end; 0 for none. */
    runs: { type: 'string', default: '50' },
  },
});

const print = ({ matrix, call, fault, end, wrong = 'right' }: Row) =>
  console.log([matrix, call, fault, end, wrong].join(' | '));

async function main(): Promise<void> {
  const every = Number(values.every);
  const from = Number(values.from);
  const rows = await kills({ isChosen: (index) => index % every === from % every, onRow: print });
  const count = Number(values.runs);
  if (count > 0) {
    const row = await manyRuns(count);
    print(row);
    rows.push(row);
  }
  const wrong = rows.filter((row) => row.wrong).length;
  console.log(`kills: ${rows.length} cells, ${wrong} wrong`);
  process.exitCode = wrong > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
