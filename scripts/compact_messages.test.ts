import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { compactMessages, smallMessages } from './compact_messages';
import { cacheFolder, inProject } from './paths';
import { readMessages } from './read_messages';
import { useSharedDeps } from './shared_deps';
import { listFiles } from './zip';

const kibanaI18n = `import { i18n } from '@kbn/i18n';\n`;
const compact = (text: string) => {
  const source = kibanaI18n + text;
  return compactMessages(source, readMessages('source.tsx', source))
    .split('\n')
    .slice(1)
    .join('\n');
};

test('what all ids of a file have in common is said once, messages keep their line', () => {
  const source = `${kibanaI18n}
    const title = i18n.translate('plugin.words.one.title', {
      defaultMessage: 'One "message"',
    });
    const count = i18n.translate('plugin.words.two', { defaultMessage: '{n} left', values: { n } });`;
  expect(compactMessages(source, readMessages('source.ts', source))).toBe(
    `import { message as __message } from 'compact-messages:plugin.words.'; ${kibanaI18n}
    const title = __message("one.title", "One \\"message\\"");
    const count = __message("two", "{n} left", { n });`,
  );
});

test('a message in the values of another one is compact, too', () => {
  expect(
    compact(`i18n.translate('a.b', { defaultMessage: '{c}', values: {
      c: i18n.translate('a.c', { defaultMessage: 'd' }) } });`),
  ).toBe(`__message("b", "{c}", {
      c: __message("c", "d") });`);
});

test.each([
  ['an id from elsewhere', `i18n.translate(id, { defaultMessage: 'Text' })`],
  ['a message from elsewhere', `i18n.translate('a.b', { defaultMessage })`],
  ['a message with parts', 'i18n.translate("a.b", { defaultMessage: `${n} left` })'],
  ['options from elsewhere', `i18n.translate('a.b', options)`],
  ['more options', `i18n.translate('a.b', { defaultMessage: 'Text', ...more })`],
  ['other options', `i18n.translate('a.b', { defaultMessage: 'Text', ignoreTag: true })`],
  ['values first', `i18n.translate('a.b', { values: { n }, defaultMessage: 'Text' })`],
  ['no prefix', `i18n.translate('title', { defaultMessage: 'Text' })`],
  ['another function', `other.translate('a.b', { defaultMessage: 'Text' })`],
])('%s stays as it is', (_what, text) => {
  expect(compact(text)).toBe(text);
});

test('an i18n that is not from Kibana stays as it is', () => {
  const source = `import { i18n } from './mine'; i18n.translate('a.b', { defaultMessage: 'Text' });`;
  expect(readMessages('source.ts', source)).toEqual([]);
});

describe('bundled', () => {
  let folder: string;
  beforeEach(async () => {
    await mkdir(cacheFolder, { recursive: true });
    folder = await mkdtemp(path.join(cacheFolder, 'test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const source = `import { i18n as words } from '@kbn/i18n';
    export const said = (n: number, values?: { n: number }) => [
      words.translate('small.title', { defaultMessage: 'Small' }),
      words.translate('small.left', { defaultMessage: '{n} left', values: { n } }),
      words.translate('small.same', { defaultMessage: '{n} left', values }),
    ];`;

  const run = async (plugins: Parameters<typeof build>[0]['plugins']) => {
    await writeFile(path.join(folder, 'index.ts'), source);
    const { outputFiles } = await build({
      entryPoints: [path.join(folder, 'index.ts')],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      globalName: 'page',
      plugins,
    });
    const asked: unknown[] = [];
    const translate = (...call: unknown[]) => {
      asked.push(call);
      return `${call.length}-${asked.length}`;
    };
    const context = vm.createContext({ __kbnSharedDeps__: { KbnI18n: { i18n: { translate } } } });
    const [script] = outputFiles;
    vm.runInContext(script?.text ?? '', context);
    const said: unknown = vm.runInContext('page.said(3, { n: 4 })', context);
    return { said, asked };
  };

  test('Kibana is asked for the same messages, with the same values, and its answers are shown', async () => {
    const plain = await run([useSharedDeps]);
    expect(plain.asked).toHaveLength(3);
    expect(await run([smallMessages(folder), useSharedDeps])).toEqual(plain);
  });
});

const literal = '("(?:[^"\\\\]|\\\\.)*")';
const compactCall = new RegExp(`__message\\(${literal}, ${literal}`, 'g');

const parse = (text = ''): unknown => JSON.parse(text);

/** Ids and default messages that a compacted source asks for. */
const asked = (compacted: string): unknown[] => {
  const prefix = /'compact-messages:([^']*)'/.exec(compacted)?.[1] ?? '';
  return [...compacted.matchAll(compactCall)].map(([, id, text]) => [
    `${prefix}${String(parse(id))}`,
    parse(text),
  ]);
};

test('every message of the page survives, and none is left in the long form', async () => {
  const files = (await listFiles(inProject('public'))).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  );
  let found = 0;
  for (const file of files) {
    const source = await readFile(inProject('public', file), 'utf8');
    const messages = readMessages(file, source);
    const compacted = compactMessages(source, messages);
    expect(asked(compacted)).toEqual(
      messages.map(({ id, defaultMessage }) => [id, defaultMessage]),
    );
    expect(compacted).not.toContain('i18n.translate(');
    found += messages.length;
  }
  expect(found).toBeGreaterThan(500);
});
