import { mkdtemp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readZip } from './read_zip';
import { zipFolder } from './zip';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'zip-'));
  await mkdir(path.join(folder, 'in/server'), { recursive: true });
  await writeFile(path.join(folder, 'in/server/index.js'), 'exports.plugin = 1;');
  await writeFile(path.join(folder, 'in/kibana.json'), '{}', { mode: 0o600 });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const zip = async (out: string) => {
  await zipFolder(path.join(folder, 'in'), 'kibana/small', path.join(folder, out));
  return readFile(path.join(folder, out));
};

test('the same content gives the same bytes, whenever it was written', async () => {
  const first = await zip('a.zip');
  await utimes(path.join(folder, 'in/kibana.json'), new Date(0), new Date(86_400_000));
  expect((await zip('b.zip')).equals(first)).toBe(true);
});

test('every entry is readable by all users after the installer has copied its mode', async () => {
  const unix = 3;
  const entries = await readZip(await zip('a.zip'));
  expect(entries.map(({ name }) => name)).toEqual([
    'kibana/small/kibana.json',
    'kibana/small/server/index.js',
  ]);
  for (const { madeBy, mode } of entries)
    expect({ madeBy, mode }).toEqual({ madeBy: unix, mode: 0o100644 });
});

test('a packed zip can be read, and a corrupted one is refused', async () => {
  const archive = await zip('a.zip');
  const entries = await readZip(archive);
  expect(entries.map(({ content }) => content.toString())).toEqual(['{}', 'exports.plugin = 1;']);
  await expect(readZip(archive.subarray(0, 40))).rejects.toThrow();
  archive.fill(0, 35, archive.indexOf('PK', 10));
  await expect(readZip(archive)).rejects.toThrow();
});
