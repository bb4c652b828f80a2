import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { bundleBrowser, limits } from './bundle_browser';
import { builtPlugin } from './cached_build';
import { problemsOfScript } from './check_browser_bundle';
import { inProject } from './paths';
import { listFiles } from './zip';

/** Takes any use, as the real package would while the plugin's configuration is declared. */
const stub = `
const any = new Proxy(() => any, { get: () => any });
module.exports = any;`;

let plugin: string;
let files: string[];
beforeAll(async () => {
  plugin = await builtPlugin();
  files = await listFiles(plugin);
});

const read = (file: string) => readFile(path.join(plugin, file), 'utf8');

test('the folder has what Kibana looks for', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      ...['LICENSE.txt', 'NOTICE.txt', 'kibana.json', 'package.json', 'server/index.js'],
      'target/public/azureOpenaiSetup.plugin.js',
    ]),
  );
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
});

test('the server needs nothing but Node and what Kibana gives', async () => {
  const home = await mkdtemp(path.join(os.tmpdir(), 'kibana-home-'));
  for (const name of ['config-schema', 'core/server', 'i18n']) {
    const folder = path.join(home, 'node_modules/@kbn', name);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.js'), stub);
  }
  await cp(plugin, path.join(home, 'plugins/azureOpenaiSetup'), { recursive: true });
  const program = `
    const { plugin, config } = require('./plugins/azureOpenaiSetup/server');
    process.stdout.write([typeof plugin, typeof config].join());`;
  const said = execFileSync(process.execPath, ['-e', program], { cwd: home, encoding: 'utf8' });
  await rm(home, { recursive: true });
  expect(said).toBe('function,object');
});

test('one schema library is inside', async () => {
  const notice = await read('NOTICE.txt');
  expect(notice).toMatch(/^valibot /m);
  expect(notice).not.toMatch(/^zod /m);
});

test('every script of the page fits the page, and its compressed twin is the same', async () => {
  const scripts = files.filter((file) => /^target\/.*\.js$/.test(file));
  expect(scripts.length).toBeGreaterThan(1);
  for (const script of scripts) {
    const source = await read(script);
    expect(problemsOfScript(source)).toEqual([]);
    const twin = brotliDecompressSync(await readFile(path.join(plugin, `${script}.br`)));
    expect(twin.toString()).toBe(source);
  }
});

test('what the browser loads stays within its limits', async () => {
  const outDir = await mkdtemp(path.join(os.tmpdir(), 'sizes-'));
  const publicDir = inProject('public');
  const { sizes } = await bundleBrowser({ id: 'azureOpenaiSetup', publicDir, outDir });
  await rm(outDir, { recursive: true });
  expect(sizes.entry).toBeLessThanOrEqual(limits.entry);
  expect(sizes.page).toBeLessThanOrEqual(limits.page);
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
