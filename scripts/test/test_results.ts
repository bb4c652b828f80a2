import * as v from 'valibot';

/** What `jest --json` writes. A file that could not be loaded has no tests. */
export const resultsSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
    }),
  ),
});

export type TestFile = v.InferOutput<typeof resultsSchema>['testResults'][number];

/** Those with a failed test, and those that could not be loaded. */
export const failedFiles = (files: TestFile[]): string[] =>
  files.filter(({ status }) => status === 'failed').map(({ name }) => name);

/** The results of files that ran again replace their first ones. */
export const afterSecondTry = (files: TestFile[], again: TestFile[]): TestFile[] =>
  files.map((file) => again.find(({ name }) => name === file.name) ?? file);

/** Tests that failed first and passed again, and files that failed without a failed test. */
export const unstable = (files: TestFile[], again: TestFile[]): string[] =>
  again.flatMap(({ name, status, assertionResults }) => {
    const first = files.find((file) => file.name === name)?.assertionResults ?? [];
    const failed = first.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [] : [name];
    const names = failed.map(({ fullName }) => fullName);
    return assertionResults
      .filter((test) => test.status === 'passed' && names.includes(test.fullName))
      .map(({ fullName }) => fullName);
  });

/** `N passed, N failed, N skipped`. No result at all is a failure. */
export const countLine = (files: TestFile[]): string => {
  if (files.length === 0) return '0 passed, 1 failed, 0 skipped';
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const withoutFailedTest = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  const skipped = statuses.length - passed - failed;
  return `${passed} passed, ${failed + withoutFailedTest.length} failed, ${skipped} skipped`;
};
