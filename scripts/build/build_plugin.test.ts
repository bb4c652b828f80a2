import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bundleBrowser, limits } from './bundle_browser';
import { builtPlugin } from './cached_build';
import { inProject } from '../paths';
import { listFiles } from './zip';

let plugin: string;
let files: string[];
beforeAll(async () => {
  plugin = await builtPlugin();
  files = await listFiles(plugin);
});

const read = (file: string) => readFile(path.join(plugin, file), 'utf8');

test('the folder has the files that Kibana needs', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      ...['LICENSE.txt', 'NOTICE.txt', 'kibana.json', 'package.json', 'server/index.js'],
      'target/public/azureOpenaiSetup.plugin.js',
    ]),
  );
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
});

test('one schema library is inside', async () => {
  const notice = await read('NOTICE.txt');
  expect(notice).toMatch(/^valibot /m);
  expect(notice).not.toMatch(/^zod /m);
});

test('what the browser loads stays within its limits', async () => {
  const outDir = await mkdtemp(path.join(os.tmpdir(), 'sizes-'));
  const publicDir = inProject('public');
  const { sizes } = await bundleBrowser({ id: 'azureOpenaiSetup', publicDir, outDir });
  await rm(outDir, { recursive: true });
  expect(sizes.entry).toBeLessThanOrEqual(limits.entry);
  expect(sizes.page).toBeLessThanOrEqual(limits.page);
  expect(sizes.pageBrotli).toBeLessThanOrEqual(limits.pageBrotli);
  expect(sizes.onDemand).toBeLessThanOrEqual(limits.onDemand);
  // The bundle that was measured is the one that is built.
  const entry = await read('target/public/azureOpenaiSetup.plugin.js');
  expect(Buffer.byteLength(entry)).toBe(sizes.entry);
});

test('NOTICE names every package inside, with its terms', async () => {
  const notice = await read('NOTICE.txt');
  expect(notice).toMatch(/@azure\/identity \d+\.\d+\.\d+ \(MIT\)/);
  expect(notice).toContain('Permission is hereby granted');
  expect(notice).not.toContain('@elastic/eui');
});
