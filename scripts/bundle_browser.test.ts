import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { bundleBrowser } from './bundle_browser';
import { cacheFolder } from './paths';

/** A plugin as small as can be, with what matters here: shared modules, JSX and a lazy page. */
const files = {
  'index.ts': `import { Small } from './plugin';
    globalThis.evaluated = true;
    export const plugin = () => new Small();`,
  'plugin.tsx': `import { i18n } from '@kbn/i18n';
    const title = i18n.translate('small.title', { defaultMessage: 'Small' });
    export class Small {
      title = title;
      mount = async () => {
        const { renderApplication } = await import('./application');
        return renderApplication();
      };
    }`,
  'application.tsx': `import React from 'react';
    import { EuiText } from '@elastic/eui';
    import { both } from './both';
    export const renderApplication = () => <EuiText css={{ margin: 0 }}>{React.version}{both}</EuiText>;
    export const more = () => import('./more');`,
  'both.ts': `export const both = 'Said at once and later';`,
  'more.ts': `import { both } from './both';
    export const more = both + ' and only when somebody asks';`,
};

const key = 'plugin/small/public';
let folder: string;
let outDir: string;

const bundle = async (changes: Partial<typeof files> = {}) => {
  const publicDir = path.join(folder, 'public');
  await mkdir(publicDir, { recursive: true });
  for (const [file, text] of Object.entries({ ...files, ...changes })) {
    await writeFile(path.join(publicDir, file), text);
  }
  return bundleBrowser({ id: 'small', publicDir, outDir });
};

beforeEach(async () => {
  await mkdir(cacheFolder, { recursive: true });
  folder = await mkdtemp(path.join(cacheFolder, 'test-'));
  outDir = path.join(folder, 'out');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A page that has Kibana's globals, and shared modules only when they are given. */
const loadEntry = async (shared: Record<string, unknown>) => {
  const defined = new Map<string, () => unknown>();
  const page = {
    __kbnBundles__: { define: (name: string, get: () => unknown) => defined.set(name, get) },
    __kbnPublicPath__: { small: '/abc/bundles/plugin/small/1.0.0/' },
    __kbnSharedDeps__: shared,
    evaluated: false,
  };
  const context = vm.createContext({ ...page, window: page });
  const source = await readFile(path.join(outDir, 'small.plugin.js'), 'utf8');
  vm.runInContext(source, context);
  return { context, get: () => defined.get(key)?.(), keys: [...defined.keys()] };
};

test('the entry defines the plugin and evaluates nothing until it is asked for', async () => {
  await bundle();
  const untouchable = new Proxy(
    {},
    {
      get: (_target, name) => {
        throw new Error(`${String(name)} was read`);
      },
    },
  );
  const { keys, context, get } = await loadEntry(untouchable);
  expect(keys).toEqual([key]);
  expect(context.evaluated).toBe(false);
  expect(get).toThrow('KbnI18n was read');
});

test('asked for, it gives the plugin, with the shared modules of the page', async () => {
  await bundle();
  const translate = (_id: string, { defaultMessage }: { defaultMessage: string }) => defaultMessage;
  const { get } = await loadEntry({ KbnI18n: { i18n: { translate } } });
  const module = get();
  expect(module).toHaveProperty('plugin');
  // Kibana may ask more than once: the module must not be evaluated again.
  expect(get()).toEqual(module);
});

test('the page is a file of its own, found by the address that Kibana gives', async () => {
  const { sizes } = await bundle();
  const written = await readdir(outDir);
  const application = written.find((file) => file.startsWith('small.application.'));
  expect(application).toMatch(/^small\.application\.[A-Z0-9]{8}\.js$/);
  const entry = await readFile(path.join(outDir, 'small.plugin.js'), 'utf8');
  expect(entry).toContain(`import(window.__kbnPublicPath__.small+"${application}")`);
  expect(entry).not.toContain('ElasticEui');
  expect(sizes.entry).toBe(entry.length);
  expect(sizes.lazy).toBeLessThan(2048);
});

test('what a part of the page needs is a script of its own, and is not counted as the page', async () => {
  const { sizes } = await bundle();
  const written = await readdir(outDir);
  const more = written.find((file) => file.startsWith('small.more.')) ?? '';
  expect(await readFile(path.join(outDir, more), 'utf8')).toContain('only when somebody asks');
  let page = 0;
  for (const file of written.filter((one) => one !== more && one !== 'small.plugin.js')) {
    const source = await readFile(path.join(outDir, file), 'utf8');
    expect(source).not.toContain('only when somebody asks');
    page += source.length;
  }
  expect(sizes.page).toBe(page);
  expect(sizes.lazy).toBe(sizes.page + sizes.onDemand);
});

test('JSX goes through the shared Emotion and needs no module of its own', async () => {
  await bundle();
  const written = await readdir(outDir);
  const lazy = written.filter((file) => file !== 'small.plugin.js');
  const sources = lazy.map((file) => readFile(path.join(outDir, file), 'utf8'));
  const source = (await Promise.all(sources)).join('\n');
  expect(source).toContain('__kbnSharedDeps__.EmotionReact');
  expect(source).toContain('__kbnSharedDeps__.React');
  expect(source).not.toContain('react.element');
});

test('a shared name is read once for all of the page, and is short wherever it is used', async () => {
  await bundle({
    'both.ts': `import { EuiText as Text, type EuiTextProps } from '@elastic/eui';
      export const both = [Text, Text, 'Said at once and later'];`,
    'more.ts': `import Eui, { EuiText } from '@elastic/eui';
      export const more = [EuiText, Eui.EuiLink];`,
  });
  const lazy = (await readdir(outDir)).filter((file) => file !== 'small.plugin.js');
  const sources = await Promise.all(lazy.map((file) => readFile(path.join(outDir, file), 'utf8')));
  const source = sources.join('\n');
  expect(source.match(/__kbnSharedDeps__\.ElasticEui\b/g)).toHaveLength(1);
  expect(source.match(/EuiText/g)).toHaveLength(1);
  expect(source).toContain('.EuiLink');
});

test.each([
  ['the Azure SDK', `export * as all from '@azure/core-auth';`, '@azure'],
  ['eval', `export const run = (text) => eval(text);`, 'eval'],
  ['process', `export const port = process.env.PORT;`, 'process'],
])('a page with %s is refused', async (_what, text, said) => {
  await expect(bundle({ 'application.tsx': text })).rejects.toThrow(said);
});

test('a plugin that loads its page eagerly is refused', async () => {
  const eager = `import { renderApplication } from './application';
    export class Small { mount = renderApplication; }`;
  await expect(bundle({ 'plugin.tsx': eager })).rejects.toThrow('0 times');
});
