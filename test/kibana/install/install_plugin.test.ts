import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ZipFile } from 'yazl';
import { builtPlugin, builtZip } from '../../../scripts/build/cached_build';
import { defaultKibanaVersion as version } from '../../../scripts/kibana_version';
import { listFiles } from '../../../scripts/build/zip';
import { installPlugin, kibanaVersionOf } from './install_plugin';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'install-plugin-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const manifest = (changes: object = {}) =>
  JSON.stringify({ id: 'small', version: '1.0.0', kibanaVersion: version, ...changes });

const zipOf = async (files: Record<string, string>, mode = 0o100644): Promise<string> => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files))
    zip.addBuffer(Buffer.from(text), name, { mode });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  const file = path.join(home, 'archive.zip');
  await writeFile(file, Buffer.concat(parts));
  return file;
};

const installed = (file: string) => path.join(home, 'plugins', file);

test('the built zip becomes the built folder, readable by all users', async () => {
  expect(await installPlugin({ home, zip: await builtZip(), version })).toBe('azureOpenaiSetup');
  const built = await builtPlugin();
  const files = await listFiles(installed('azureOpenaiSetup'));
  expect(files).toEqual(await listFiles(built));
  for (const file of files) {
    const there = installed(`azureOpenaiSetup/${file}`);
    expect((await readFile(there)).equals(await readFile(path.join(built, file)))).toBe(true);
    expect((await stat(there)).mode & 0o777).toBe(0o644);
  }
  expect(await readdir(home)).toEqual(['plugins']);
  expect(await kibanaVersionOf(await builtZip())).toBe(version);
});

test('an entry without a mode becomes an unreadable file', async () => {
  const zip = await zipOf({ 'kibana/small/kibana.json': manifest() }, 0);
  await installPlugin({ home, zip, version });
  expect((await stat(installed('small/kibana.json'))).mode & 0o777).toBe(0);
});

test('only the first plugin is installed, under its id', async () => {
  const zip = await zipOf({
    'kibana/folder-name/kibana.json': manifest(),
    'kibana/other/kibana.json': manifest({ id: 'other' }),
    'kibana/other/file.txt': '',
    'elsewhere.txt': '',
  });
  await installPlugin({ home, zip, version });
  expect(await readdir(installed(''))).toEqual(['small']);
  expect(await listFiles(installed('small'))).toEqual(['kibana.json']);
});

test.each([
  ['no plugin', { 'small/kibana.json': manifest() }, 'No kibana plugins found in archive'],
  [
    'a name that is not camelCase',
    { 'kibana/small/kibana.json': manifest({ id: 'invalid name' }) },
    'Invalid plugin name [invalid name] in kibana.json, expected it to be valid camelCase',
  ],
  [
    'another patch',
    { 'kibana/small/kibana.json': manifest({ kibanaVersion: '9.4.1' }) },
    'Plugin small [9.4.1] is incompatible with Kibana [9.4.0]',
  ],
  [
    'any Kibana',
    { 'kibana/small/kibana.json': manifest({ kibanaVersion: 'kibana' }) },
    'Plugin small [kibana] is incompatible with Kibana [9.4.0]',
  ],
  [
    'its own version for want of another',
    { 'kibana/small/kibana.json': manifest({ kibanaVersion: undefined }) },
    'Plugin small [1.0.0] is incompatible with Kibana [9.4.0]',
  ],
])('an archive with %s is refused', async (_what, files, message) => {
  await expect(installPlugin({ home, zip: await zipOf(files), version })).rejects.toThrow(message);
  expect(await readdir(installed(''), { recursive: true }).catch(() => [])).toEqual([]);
});

test('what is no archive is refused', async () => {
  const zip = path.join(home, 'archive.zip');
  await writeFile(zip, 'no zip');
  await expect(installPlugin({ home, zip, version })).rejects.toThrow(
    'Error retrieving metadata from plugin archive',
  );
});

test('a plugin is never replaced', async () => {
  const zip = await zipOf({ 'kibana/small/kibana.json': manifest() });
  await installPlugin({ home, zip, version: `${version}-SNAPSHOT` });
  await expect(installPlugin({ home, zip, version })).rejects.toThrow(
    'Plugin small already exists, please remove before installing a new version',
  );
});
