import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject } from '../scripts/paths';

const failing = `
let started;
beforeAll(() => { throw new Error('the cause'); });
afterEach(() => started.stop());
afterAll(() => started.stop());
it('uses what was started', () => {});
describe('a group', () => {
  beforeAll(() => started.use());
  it('uses it, too', () => {});
});
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'failed-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What Jest prints about a test file. */
const reportOf = async (source: string): Promise<string> => {
  await writeFile(path.join(folder, 'failing.test.js'), source);
  const testEnvironment = inProject('.config/jest_environment.cjs');
  const config = JSON.stringify({ rootDir: folder, testEnvironment, transform: {} });
  const args = [inProject('node_modules/jest/bin/jest.js'), '-i', '--no-cache', '--config', config];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (_error, _stdout, stderr) => resolve(stderr));
  });
};

it('the report of a failed beforeAll names its cause for each test, and nothing that follows from it', async () => {
  const report = await reportOf(failing);
  expect(report).toContain('2 failed, 2 total');
  expect(report.match(/^ +the cause$/gm)).toHaveLength(2);
  expect(report).not.toContain('TypeError');
});
