import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { inProject, projectRoot } from './paths';

const resultsFile = path.join(os.tmpdir(), `jest-results-${process.pid}.json`);
const workers = Math.max(2, os.availableParallelism() - 1);
const lintCache = 'node_modules/.cache/eslint/';

interface Part {
  name: string;
  /** Script below the top folder, and its arguments. */
  command: [string, ...string[]];
}

const parts: Part[] = [
  { name: 'build', command: ['node_modules/tsx/dist/cli.mjs', 'test/prepare.ts'] },
  { name: 'typecheck', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    name: 'eslint',
    command: [
      'node_modules/eslint/bin/eslint.js',
      ...['-c', '.config/eslint.config.mjs', '--cache', '--cache-location', lintCache, '.'],
    ],
  },
  {
    name: 'prettier',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  { name: 'i18n', command: ['node_modules/tsx/dist/cli.mjs', 'scripts/i18n.ts'] },
  {
    name: 'jest',
    command: [
      'node_modules/jest/bin/jest.js',
      ...['-c', '.config/jest.config.cjs', `--maxWorkers=${workers}`],
      ...['--json', `--outputFile=${resultsFile}`],
      ...process.argv.slice(2),
    ],
  },
];

const run = ({ name, command: [script, ...args] }: Part) => {
  console.log(`\n> ${name}`);
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, [inProject(script), ...args], {
    cwd: projectRoot,
    // Jest writes its JSON to a file; standard output has only noise.
    stdio: ['ignore', name === 'jest' ? 'ignore' : 'inherit', 'inherit'],
  });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const passed = status === 0;
  const line = `${passed ? 'ok    ' : 'FAILED'} ${name}, ${seconds} s`;
  if (name !== 'jest') console.log(line);
  return { name, passed, line };
};

const resultsSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  /** Test files that could not be loaded, whose tests are not counted otherwise. */
  numRuntimeErrorTestSuites: v.number(),
});

/** `N passed, N failed, N skipped`. No result at all is a failure. */
const countTests = (): string => {
  if (!existsSync(resultsFile)) return '0 passed, 1 failed, 0 skipped';
  const results = v.parse(resultsSchema, JSON.parse(readFileSync(resultsFile, 'utf8')));
  rmSync(resultsFile);
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
};

const outcomes = parts.map(run);
console.log(`\n${outcomes.map(({ line }) => line).join('\n')}\n`);
console.log(countTests());
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
