import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { ZipFile } from 'yazl';
import { builtPlugin } from '../build/cached_build';
import { type ZipEntry } from '../build/read_zip';
import { listFiles } from '../build/zip';
import { root } from './plugin_zip';
import { verifyZip, zipRules } from './zip_rules';

interface Entry extends Pick<ZipEntry, 'name' | 'content'> {
  mode?: number;
}

let good: Entry[];
beforeAll(async () => {
  const dir = await builtPlugin();
  good = await Promise.all(
    (await listFiles(dir)).map(async (file) => ({
      name: root + file,
      content: await readFile(`${dir}/${file}`),
    })),
  );
});

const brotli = (content: Buffer) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

const pack = async (entries: Entry[]): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const { name, content, mode = 0o100644 } of entries) zip.addBuffer(content, name, { mode });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

/** Names of the rules that do not hold. */
const broken = async (archive: Buffer, rules = zipRules) =>
  (await verifyZip('azureOpenaiSetup-9.4.0.zip', archive, rules))
    .filter(({ problems }) => problems.length > 0)
    .map(({ name }) => name);

/** All rules except the one that starts a process. */
const { serverPlugin: _slow, ...quickRules } = zipRules;

const ofPlugin = (file: string | RegExp) => (entry: Entry) => {
  const name = entry.name.slice(root.length);
  return typeof file === 'string' ? name === file : file.test(name);
};

/** The good zip with another text in one file; a `.br` sibling follows. */
const rewritten =
  (file: string | RegExp, change: (text: string) => string) =>
  (entries: Entry[]): Entry[] => {
    const target = entries.find(ofPlugin(file));
    if (target === undefined) throw new Error(`There is no ${String(file)} to spoil.`);
    const content = Buffer.from(change(target.content.toString('utf8')));
    if (content.equals(target.content)) throw new Error(`${target.name} was not spoiled.`);
    return entries.map((entry) => {
      if (entry === target) return { ...entry, content };
      const isSibling = entry.name === `${target.name}.br`;
      return isSibling ? { ...entry, content: brotli(content) } : entry;
    });
  };

const without = (file: string | RegExp) => (entries: Entry[]) =>
  entries.filter((entry) => !ofPlugin(file)(entry));
const withEntry =
  (name: string, text = '') =>
  (entries: Entry[]) => [...entries, { name, content: Buffer.from(text) }];
const manifest = (changes: object) =>
  rewritten('kibana.json', (text) => JSON.stringify({ ...JSON.parse(text), ...changes }));

const entry = 'target/public/azureOpenaiSetup.plugin.js';
const page = /^target\/public\/azureOpenaiSetup\.application\..*\.js$/;
const after = (text: string) => (source: string) => `${source}\n${text}`;

/** Corruptions of a zip, with the rules that must detect them. */
const spoiled: Array<[what: string, rules: string[], spoil: (entries: Entry[]) => Entry[]]> = [
  ['a file beside the plugin', ['paths'], withEntry('kibana/other/readme.txt')],
  ['a file twice', ['paths'], (entries) => [...entries, ...entries.slice(0, 1)]],
  ['modes of 0', ['modes'], (entries) => entries.map((one) => ({ ...one, mode: 0 }))],
  [
    'a link',
    ['modes'],
    (entries) => entries.map((one, at) => (at === 0 ? { ...one, mode: 0o120777 } : one)),
  ],
  [
    'too much',
    ['size'],
    (entries) => [
      ...entries,
      {
        name: `${root}more.bin`,
        content: randomBytes(4e6),
      },
    ],
  ],
  ['a test', ['contents'], withEntry(`${root}server/index.test.js`)],
  [
    'the code of a test',
    ['contents'],
    rewritten('server/index.js', after('const a = () => jest.fn();')),
  ],
  [
    'a private key',
    ['contents'],
    withEntry(`${root}key.txt`, `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n`),
  ],
  [
    'a token',
    ['contents'],
    withEntry(`${root}t.txt`, `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`),
  ],
  [
    'a path of a machine',
    ['contents'],
    rewritten('server/index.js', after('// "/home/person/project"')),
  ],
  [
    'a second manifest',
    ['oneManifest'],
    withEntry(`${root}node_modules/kibana/x/kibana.json`, '{}'),
  ],
  ['no manifest', ['oneManifest', 'manifest'], without('kibana.json')],
  ['a key unknown to Kibana', ['manifest'], manifest({ group: 'platform' })],
  ['no owner', ['manifest'], manifest({ owner: { name: '' } })],
  ['another id', ['manifest'], manifest({ id: 'anotherPlugin' })],
  ['an open version', ['manifest'], manifest({ kibanaVersion: 'kibana' })],
  ['a version that is not supported', ['manifest'], manifest({ kibanaVersion: '9.1.4' })],
  ['a version other than its name', ['manifest'], manifest({ kibanaVersion: '9.4.1' })],
  ['no licenses', ['licenses'], without('NOTICE.txt')],
  ['no server', ['serverPlugin'], without('server/index.js')],
  [
    'a server that needs a package',
    ['serverPlugin'],
    rewritten('server/index.js', (text) => `require('left-pad');${text}`),
  ],
  [
    'a server of ES modules',
    ['serverPlugin'],
    rewritten('server/index.js', after('export const a = 1;')),
  ],
  [
    'a server without a plugin',
    ['serverPlugin'],
    rewritten('server/index.js', after('exports = module.exports = {};')),
  ],
  [
    'a native import',
    ['serverImports'],
    rewritten('server/index.js', after(`const lazily = () => import('./plugin');`)),
  ],
  [
    'ES modules by package.json',
    ['serverPlugin', 'serverImports'],
    rewritten('package.json', () => '{"type":"module"}'),
  ],
  [
    'an entry that looks at shared modules at once',
    ['quietEntry'],
    rewritten(entry, after('window.__kbnSharedDeps__.KbnI18n.i18n;')),
  ],
  [
    'an entry that asks for another plugin at once',
    ['quietEntry', 'browserPlugin'],
    rewritten(entry, after(`window.__kbnBundles__.get('entry/core/public');`)),
  ],
  [
    'an entry with a global of its own',
    ['quietEntry'],
    rewritten(entry, after('window.mine = 1;')),
  ],
  [
    'an entry that defines something else',
    ['quietEntry', 'browserPlugin'],
    rewritten(entry, (text) =>
      text.replaceAll('plugin/azureOpenaiSetup/public', 'plugin/other/public'),
    ),
  ],
  [
    'an entry without a plugin',
    ['browserPlugin'],
    rewritten(entry, () => {
      const key = `'plugin/azureOpenaiSetup/public'`;
      return `window.__kbnBundles__.define(${key}, () => ({}), ${key}); 'azureOpenaiSetup.plugin.js';`;
    }),
  ],
  ['a heavy entry', ['quietEntry'], rewritten(entry, after(`/* ${'x'.repeat(11_000)} */`))],
  ['eval', ['browserWords'], rewritten(page, after('eval("1")'))],
  ['a require', ['browserWords'], rewritten(page, after('const a = () => require("b")'))],
  [
    'an inline source map',
    ['browserWords'],
    rewritten(page, after('//# sourceMappingURL=data:application/json')),
  ],
  [
    'a name that not every Kibana shares',
    ['browserWords'],
    rewritten(page, after('globalThis.__kbnSharedDeps__.ReactQuery;')),
  ],
  ['a missing script', ['chunks', 'brotli'], without(page)],
  ['no .br', ['brotli'], without(/plugin\.js\.br$/)],
  [
    'a stale .br',
    ['brotli'],
    (entries) =>
      entries.map((one) =>
        ofPlugin(`${entry}.br`)(one) ? { ...one, content: brotli(Buffer.from('old')) } : one,
      ),
  ],
];

test('a good zip passes', async () => {
  expect(await broken(await pack(good))).toEqual([]);
});

test.each(spoiled)('%s: %j', async (_what, rules, spoil) => {
  const judged = rules.includes('serverPlugin') ? zipRules : quickRules;
  expect(await broken(await pack(spoil(good)), judged)).toEqual(rules);
});

test('these cases break every rule', () => {
  const seen = new Set(spoiled.flatMap(([, rules]) => rules));
  expect(Object.keys(zipRules).filter((name) => !seen.has(name))).toEqual([]);
});

test('a path outside of the folder is refused', async () => {
  const harmless = `${root}aaaaaaaaaa.txt`;
  const archive = await pack(withEntry(harmless)(good));
  const evil = `${root}../../../e.txt`;
  expect(evil.length).toBe(harmless.length);
  for (let at = archive.indexOf(harmless); at >= 0; at = archive.indexOf(harmless)) {
    archive.write(evil, at);
  }
  expect(await broken(archive, quickRules)).toEqual(['archive']);
});

test('an invalid or broken zip is reported as such', async () => {
  expect(await broken(Buffer.from('no zip'))).toEqual(['archive']);
  const archive = await pack(good);
  archive.fill(0, 200, 400);
  expect(await broken(archive)).toEqual(['archive']);
});
