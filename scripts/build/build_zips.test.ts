import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildZips } from './build_zips';
import { latestPatches, supportedMinor } from '../kibana_version';
import { verifyZip } from '../verify/zip_rules';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'build-zips-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const build = (name: string, kibanaVersions: string[]) =>
  buildZips({ kibanaVersions, outDir: path.join(folder, name) });

test('builds are reproducible', async () => {
  const [alone] = (await build('one', ['9.5.4'])).zips;
  const [, second] = (await build('two', ['9.2.1', '9.5.4', '9.5.4'])).zips;
  expect(second?.kibanaVersion).toBe('9.5.4');
  const bytes = await readFile(alone?.file ?? '');
  expect(bytes.equals(await readFile(second?.file ?? ''))).toBe(true);
});

test('builds a valid zip for every supported minor and removes older ones', async () => {
  await build('all', ['9.4.0']);
  const { zips } = await build('all', Object.values(latestPatches));
  expect(await readdir(path.join(folder, 'all'))).toEqual(
    Object.values(latestPatches).map((version) => `azureOpenaiSetup-${version}.zip`),
  );
  for (const { file } of zips) {
    const verdicts = await verifyZip(file, await readFile(file));
    expect(verdicts.filter(({ problems }) => problems.length > 0)).toEqual([]);
  }
});

test('each latest patch is of its minor', () => {
  for (const [minor, patch] of Object.entries(latestPatches)) {
    expect(supportedMinor(patch)).toBe(minor);
  }
});

test('an unsupported version keeps existing zips', async () => {
  await writeFile(path.join(folder, 'kept'), '');
  await expect(buildZips({ kibanaVersions: ['9.5.4', '8.19.0'], outDir: folder })).rejects.toThrow(
    'Kibana 8.19.0 is not supported: this plugin is for 9.2 to 9.6.',
  );
  expect(await readdir(folder)).toEqual(['kept']);
});
