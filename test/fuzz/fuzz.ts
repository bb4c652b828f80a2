import { parseArgs } from 'node:util';
import { routeNames } from '../routes/support/valid_input';
import { fuzz } from './stage';

/** Default number of mutated inputs. */
const inputs = 10_000;

/** `npm run fuzz -- --seed=7 --per-route=10000 --rounds=2000`; exits with 1 when something was found. */
async function main() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      'per-route': { type: 'string', default: String(Math.ceil(inputs / routeNames.length)) },
      rounds: { type: 'string', default: '2000' },
    },
  });
  const seed = Number(values.seed);
  console.log(`Seed ${seed}`);
  const { findings, report } = await fuzz({
    seed,
    perRoute: Number(values['per-route']),
    rounds: Number(values.rounds),
  });
  console.log(report);
  for (const { where, what } of findings.slice(0, 50)) console.error(`${where}: ${what}`);
  console.log(`${findings.length} findings`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
