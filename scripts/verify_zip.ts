import { readFileSync } from 'node:fs';
import { runMain } from './run_main';
import { verifyZip } from './verify/zip_rules';

/** `npm run verify-zip -- <zip>...`: a line for each rule; ends with 1 when one is broken. */
const main = async () => {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new Error('Which zip? npm run verify-zip -- build/<name>.zip');
  for (const file of files) {
    console.log(file);
    for (const { name, problems } of await verifyZip(file, readFileSync(file))) {
      console.log(
        problems.length === 0 ? `ok      ${name}` : `FAILED  ${name}: ${problems.join('; ')}`,
      );
      if (problems.length > 0) process.exitCode = 1;
    }
  }
};

runMain(main);
