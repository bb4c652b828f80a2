import { mkdtemp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
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

/** Name, maker and mode of each entry, from the central directory of the archive. */
const entriesOf = (archive: Buffer) => {
  const entries: Array<{ name: string; madeBy: number; mode: number }> = [];
  let at = archive.readUInt32LE(archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const length = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + length),
      madeBy: archive.readUInt8(at + 5),
      mode: archive.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
};

test('the same content gives the same bytes, whenever it was written', async () => {
  const first = await zip('a.zip');
  await utimes(path.join(folder, 'in/kibana.json'), new Date(0), new Date(86_400_000));
  expect((await zip('b.zip')).equals(first)).toBe(true);
});

test('every entry is readable by everybody after the installer has copied its mode', async () => {
  const unix = 3;
  expect(entriesOf(await zip('a.zip'))).toEqual([
    { name: 'kibana/small/kibana.json', madeBy: unix, mode: 0o100644 },
    { name: 'kibana/small/server/index.js', madeBy: unix, mode: 0o100644 },
  ]);
});
