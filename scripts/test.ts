import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { inProject, projectRoot } from './paths';
import {
  afterSecondTry,
  countLine,
  failedFiles,
  resultsSchema,
  unstable,
} from './test/test_results';

const resultsFile = path.join(os.tmpdir(), `jest-results-${process.pid}.json`);
const workers = Math.max(2, os.availableParallelism() - 1);
const lintCache = 'node_modules/.cache/eslint/';

interface Part {
  name: string;
  /** Script below the top folder, and its arguments. */
  command: [string, ...string[]];
}

const checks: Part[] = [
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
];

const runPart = ({ name, command: [script, ...args] }: Part, stdout: 'inherit' | 'ignore') => {
  console.log(`\n> ${name}`);
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, [inProject(script), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', stdout, 'inherit'],
  });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const passed = status === 0;
  return { passed, line: `${passed ? 'ok    ' : 'FAILED'} ${name}, ${seconds} s` };
};

const runCheck = (part: Part) => {
  const outcome = runPart(part, 'inherit');
  console.log(outcome.line);
  return outcome;
};

/** Its results are none if it did not end. */
const runJest = (name: string, args: string[]) => {
  const command: Part['command'] = [
    'node_modules/jest/bin/jest.js',
    ...['-c', '.config/jest.config.cjs', '--json', `--outputFile=${resultsFile}`],
    ...args,
  ];
  // Jest writes its JSON to a file; standard output has only noise.
  const outcome = runPart({ name, command }, 'ignore');
  if (!existsSync(resultsFile)) return { ...outcome, files: [] };
  const { testResults } = v.parse(resultsSchema, JSON.parse(readFileSync(resultsFile, 'utf8')));
  rmSync(resultsFile);
  return { ...outcome, files: testResults };
};

/** More files than these failed for a common reason, which a second try would only repeat. */
const mostTriedAgain = 5;

/**
 * Some tests use several processes and a browser, and the load of the machine must not decide whether they pass. So the
 * few files that failed run once more, alone, and the report names each test that passed only then.
 */
const runTests = (chosen: string[]) => {
  const first = runJest('jest', [`--maxWorkers=${workers}`, ...chosen]);
  const failed = failedFiles(first.files);
  if (chosen.length > 0 || failed.length === 0 || failed.length > mostTriedAgain) {
    return { ...first, lines: [first.line] };
  }
  const second = runJest('jest, failed files again', [
    '--runInBand',
    '--runTestsByPath',
    ...failed,
  ]);
  const passedAgain = unstable(first.files, second.files);
  return {
    passed: second.passed,
    lines: [first.line, second.line, ...passedAgain.map((name) => `unstable: ${name}`)],
    files: afterSecondTry(first.files, second.files),
  };
};

const checked = checks.map(runCheck);
const tests = runTests(process.argv.slice(2));
console.log(`\n${[...checked.map(({ line }) => line), ...tests.lines].join('\n')}\n`);
console.log(countLine(tests.files));
process.exitCode = checked.every(({ passed }) => passed) && tests.passed ? 0 : 1;
