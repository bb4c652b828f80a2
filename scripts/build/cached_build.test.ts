import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cachedBuild } from './cached_build';

const name = `test-${randomUUID()}`;
let folder: string;
afterEach(() => rm(folder, { recursive: true, force: true }));

const make = async (outDir: string) => {
  await mkdir(outDir);
  await writeFile(path.join(outDir, 'file'), 'made');
};

it('a build that is made twice at once in one process is complete', async () => {
  const first = cachedBuild(name, [], make);
  const second = cachedBuild(name, [], async (outDir) => {
    await mkdir(outDir);
    await first;
    await writeFile(path.join(outDir, 'file'), 'made later');
  });
  folder = await first;
  expect(await second).toBe(folder);
  expect(await readFile(path.join(folder, 'file'), 'utf8')).toBe('made');
});

it('a build counts as new when it is used', async () => {
  folder = await cachedBuild(name, [], make);
  await utimes(folder, 0, 0);
  expect(await cachedBuild(name, [], make)).toBe(folder);
  expect((await stat(folder)).mtimeMs).toBeGreaterThan(0);
});
