import { afterSecondTry, countLine, failedFiles, type TestFile, unstable } from './test_results';

const file = (name: string, status: string, tests: Record<string, string> = {}): TestFile => ({
  name,
  status,
  assertionResults: Object.entries(tests).map(([fullName, one]) => ({ fullName, status: one })),
});

const files = [
  file('a', 'passed', { one: 'passed' }),
  file('b', 'failed', { two: 'failed', three: 'passed', four: 'failed' }),
  file('c', 'failed'),
  file('d', 'failed', { five: 'passed' }),
  file('e', 'focused', { six: 'pending', seven: 'todo' }),
];

it('countLine counts a file that failed without a failed test as a failure', () => {
  expect(countLine(files)).toBe('3 passed, 4 failed, 2 skipped');
});

it('countLine reports a failure when there are no results', () => {
  expect(countLine([])).toBe('0 passed, 1 failed, 0 skipped');
});

it('failedFiles names the files to run again', () => {
  expect(failedFiles(files)).toEqual(['b', 'c', 'd']);
});

describe('a second try', () => {
  const again = [
    file('b', 'failed', { two: 'passed', three: 'passed', four: 'failed' }),
    file('c', 'passed', { eight: 'passed' }),
  ];

  it('replaces the first results of its files only', () => {
    expect(countLine(afterSecondTry(files, again))).toBe('5 passed, 2 failed, 2 skipped');
  });

  it('names the tests and files that passed only then', () => {
    expect(unstable(files, again)).toEqual(['two', 'c']);
  });
});
