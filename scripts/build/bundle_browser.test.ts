import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleBrowser } from './bundle_browser';
import { problemsOfInputs } from './check_browser_bundle';
import { cacheFolder } from '../paths';
import { evaluateEntry } from '../verify/browser_entry';

/** A minimal plugin with shared modules, JSX and a lazy page. */
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
    export const more = both + ' and only when it is imported';`,
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

const loadEntry = async (shared: object) => {
  const source = await readFile(path.join(outDir, 'small.plugin.js'), 'utf8');
  const { defined, added } = evaluateEntry('small', source, shared);
  return { keys: [...defined.keys()], added, get: () => defined.get(key)?.() };
};

test('the entry defines the plugin and evaluates nothing when it is loaded', async () => {
  await bundle();
  const untouchable = new Proxy(
    {},
    {
      get: (_target, name) => {
        throw new Error(`${String(name)} was read`);
      },
    },
  );
  const { keys, added, get } = await loadEntry(untouchable);
  expect(keys).toEqual([key]);
  expect(added).toEqual([]);
  expect(get).toThrow('KbnI18n was read');
});

test('the entry gives the plugin, with the shared modules of the page, when Kibana requires it', async () => {
  await bundle();
  const translate = (_id: string, { defaultMessage }: { defaultMessage: string }) => defaultMessage;
  const { get } = await loadEntry({ KbnI18n: { i18n: { translate } } });
  const module = get();
  expect(module).toHaveProperty('plugin');
  // Kibana can require it more than once: the module must not be evaluated again.
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

test('a lazy part of the page is a separate script and does not count as the page', async () => {
  const { sizes } = await bundle();
  const written = await readdir(outDir);
  const more = written.find((file) => file.startsWith('small.more.')) ?? '';
  expect(await readFile(path.join(outDir, more), 'utf8')).toContain('only when it is imported');
  let page = 0;
  for (const file of written.filter((one) => one !== more && one !== 'small.plugin.js')) {
    const source = await readFile(path.join(outDir, file), 'utf8');
    expect(source).not.toContain('only when it is imported');
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

test('a library that is compiled for the JSX runtime makes its elements with the shared React', async () => {
  await bundle({
    'index.ts': `import { jsx, jsxs, Fragment } from 'react/jsx-runtime';
      export { Small } from './plugin';
      export const elements = [jsx('b', { title: '1' }, 'key'), jsxs(Fragment, {})];`,
  });
  const createElement = (...given: unknown[]) => given;
  const { get } = await loadEntry({
    KbnI18n: { i18n: { translate: String } },
    React: { createElement, Fragment: 'fragment' },
  });
  expect(get()).toMatchObject({
    elements: [
      ['b', { title: '1', key: 'key' }],
      ['fragment', {}],
    ],
  });
});

test('packages are bundled once, and shared ones not at all', () => {
  expect(
    problemsOfInputs([
      'public/index.ts',
      'node_modules/@tanstack/query-core/a.js',
      'node_modules/@tanstack/query-core/b.js',
      'node_modules/@tanstack/react-query/node_modules/@tanstack/query-core/a.js',
      'node_modules/@emotion/react/jsx-runtime/index.js',
    ]),
  ).toEqual([
    '@emotion/react must come from Kibana',
    '@tanstack/query-core is bundled more than once',
  ]);
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
