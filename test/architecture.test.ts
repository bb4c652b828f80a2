import path from 'node:path';
import { stepIds } from '../common/steps';
import { isTest, sourceFiles } from './support/project_files';
import { readSource, type Source } from './support/read_source';

const everything = sourceFiles(['common', 'public', 'server', 'scripts', 'test']).map((file) =>
  readSource(file),
);
const inFolder = (...folders: string[]) =>
  everything.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));
const product = inFolder('common', 'public', 'server').filter(({ file }) => !isTest(file));

/** Files and their violations; empty if a rule holds. */
const importsOutside = (
  sources: Source[],
  isAllowed: (target: string, typesOnly: boolean, file: string) => boolean,
) =>
  sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ target, typesOnly }) => !isAllowed(target, typesOnly, file))
      .map(({ target }) => `${file} imports ${target}`),
  );
const matches = (patterns: RegExp[], text: string) =>
  patterns.some((pattern) => pattern.test(text));

test('common imports only valibot and i18n', () => {
  const sources = product.filter(({ file }) => file.startsWith('common/'));
  const allowed = [/^common\//, /^valibot$/];
  expect(
    importsOutside(
      sources,
      (target, _typesOnly, file) =>
        matches(allowed, target) || (target === '@kbn/i18n' && file.startsWith('common/words/')),
    ),
  ).toEqual([]);
});

test('server/core does not import Kibana, and uses Azure only through its port', () => {
  const core = product.filter(({ file }) => file.startsWith('server/core/'));
  const inside = [
    /^common\//,
    /^server\/core\//,
    /^valibot$/,
    /^node:/,
    /^@azure\//,
    /^https-proxy-agent$/,
  ];
  expect(importsOutside(core, (target) => matches(inside, target))).toEqual([]);
  const adapters = /^server\/core\/azure\/(arm|http)\//;
  const users = core.filter(({ file }) => !/^server\/core\/(azure|sign_in)\//.test(file));
  expect(importsOutside(users, (target) => !adapters.test(target))).toEqual([]);
});

test('the engine takes the workflow as a parameter: it imports no step, no check and no workflow', () => {
  const engine = product.filter(({ file }) =>
    /^server\/core\/workflows\/(engine\/|workflow\.ts$)/.test(file),
  );
  const forbidden =
    /^server\/core\/(steps|checks|workflows)(\/(?!(step|check|workflow)$|engine\/)|$)/;
  expect(engine.length).toBeGreaterThan(5);
  expect(importsOutside(engine, (target) => !forbidden.test(target))).toEqual([]);
  const ids: readonly string[] = stepIds;
  const named = engine.filter(({ texts }) => texts.some((text) => ids.includes(text)));
  expect(named.map(({ file }) => file)).toEqual([]);
});

test('the Azure SDK is used in core/azure and core/sign_in only', () => {
  const sources = product.filter(({ file }) => !/^server\/core\/(azure|sign_in)\//.test(file));
  expect(importsOutside(sources, (target) => !target.startsWith('@azure/'))).toEqual([]);
});

test('values from Kibana come in at the edges only', () => {
  const edges =
    /^(server\/kibana\/|(server|public)\/(plugin|index|config|feature)\.ts$|public\/application\.tsx$)/;
  const i18n = /^@kbn\/i18n(-react)?$/;
  const sources = product.filter(({ file }) => !edges.test(file));
  expect(
    importsOutside(
      sources,
      (target, typesOnly, file) =>
        !target.startsWith('@kbn/') ||
        typesOnly ||
        (/^(public|common\/words)\//.test(file) && i18n.test(target)),
    ),
  ).toEqual([]);
});

test('only the adapter of a target, its words and its part of the page know Kibana connectors', () => {
  const outside = product.filter(({ file }) => !file.startsWith('server/kibana/targets/'));
  expect(
    importsOutside(outside, (target) => !/^server\/kibana\/targets\/[^/]+\//.test(target)),
  ).toEqual([]);
  const terms = /\.gen-ai|OpenAI connector|api\/actions|triggersActions|xpack\.actions/;
  const places =
    /^(server\/kibana\/targets\/connector\/|common\/words\/|public\/setup\/(target|done)\/)/;
  const knowing = product.filter(({ texts }) => texts.some((text) => terms.test(text)));
  expect(knowing.length).toBeGreaterThan(5);
  expect(knowing.map(({ file }) => file).filter((file) => !places.test(file))).toEqual([]);
  const target = /connector(?!_(conflict|changed|refused|slow|privilege_missing)$)/i;
  const neutral = inFolder(
    'server/core',
    'server/kibana/http',
    'server/kibana/routes',
    'server/kibana/tasks',
  )
    .filter(({ file }) => !isTest(file) && !/^server\/core\/(checks|targets)\//.test(file))
    .filter(({ texts }) => texts.some((text) => target.test(text)));
  expect(neutral.map(({ file }) => file)).toEqual([]);
});

/** The path by which other files import it. */
const moduleOf = (file: string) => file.replace(/(\/index)?\.tsx?$/, '');

/** The imports of each file, including types. */
const fileGraph = (sources: Source[]) =>
  new Map(
    sources.map(({ file, imports }) => [moduleOf(file), imports.map(({ target }) => target)]),
  );

/** The nodes of a graph that reach themselves through others. */
const inCircles = (graph: ReadonlyMap<string, readonly string[]>) => {
  const reached = (start: string) => {
    const seen = new Set<string>();
    const queue = [start];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      for (const target of graph.get(name) ?? []) {
        if (!seen.has(target)) {
          seen.add(target);
          queue.push(target);
        }
      }
    }
    return seen;
  };
  return [...graph.keys()].filter((name) => reached(name).has(name)).sort();
};

test('no file imports itself through others', () => {
  expect(inCircles(fileGraph(everything))).toEqual([]);
  const circle = ["import './b';", "import type { A } from './a';"].map((text, at) =>
    readSource(`common/${'ab'[at]}.ts`, text),
  );
  expect(inCircles(fileGraph(circle))).toEqual(['common/a', 'common/b']);
});

/** The two folders with the same parent that hold the files; none if the folder of one contains the other. */
function siblings(file: string, target: string): [string, string] | undefined {
  const [from, to] = [path.dirname(file).split('/'), path.dirname(target).split('/')];
  const fork = from.findIndex((name, at) => name !== to[at]);
  if (fork < 0 || fork >= to.length) return undefined;
  return [from.slice(0, fork + 1).join('/'), to.slice(0, fork + 1).join('/')];
}

/** The imports of each folder from the folders beside it; both include their subfolders. */
function folderGraph(sources: Source[]) {
  const files = new Map(sources.map(({ file }) => [moduleOf(file), file]));
  const graph = new Map<string, string[]>();
  for (const { file, imports } of sources) {
    for (const { target } of imports) {
      const [from, to] = siblings(file, files.get(target) ?? file) ?? [];
      if (from && to) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
  }
  return graph;
}

test('folders with the same parent import each other in one direction only', () => {
  expect(inCircles(folderGraph(everything.filter(({ file }) => !isTest(file))))).toEqual([]);
  const circle = [
    readSource('common/a/b/c.ts', "import type { D } from '../../d';"),
    readSource('common/d/index.ts', "import '../a/e'; import '../f';"),
    readSource('common/f.ts', "import './a/e';"),
    readSource('common/a/e.ts', "import './b/c';"),
  ];
  expect(inCircles(folderGraph(circle))).toEqual(['common/a', 'common/d']);
});

/** Exports that no other file uses: one that does imports the file, and has the name. */
const unusedExports = (sources: Source[]) =>
  sources.flatMap(({ file, exports }) => {
    const users = sources.filter(({ imports }) =>
      imports.some(({ target }) => target === moduleOf(file)),
    );
    return exports
      .filter((name) => !users.some(({ names }) => names.has(name)))
      .map((name) => `${file}: ${name}`);
  });

test('every export is used', () => {
  /** Kibana, a bundler or Jest maps other modules to these files. */
  const taken =
    /^(public\/index|server\/index|scripts\/(build\/jsx_shim|docs\/(plain_messages|troubleshooting))|test\/kibana\/(config\/config_schema|core_values|server_i18n|browser\/i18n_react))\.ts: /;
  expect(unusedExports(everything).filter((found) => !taken.test(found))).toEqual([]);
  const sources = [
    readSource('common/a.ts', 'export const { b, c: [d] } = e; export type F = 1; export { g };'),
    readSource('common/h.ts', "import { b } from './a'; type F = import('./a').F;"),
    readSource('common/i.ts', 'const d = 1; const g = 2;'),
  ];
  expect(unusedExports(sources)).toEqual(['common/a.ts: d', 'common/a.ts: g']);
});

test('browser and server share only common', () => {
  const of = (folder: string) => product.filter(({ file }) => file.startsWith(`${folder}/`));
  expect(importsOutside(of('public'), (target) => !/^server(\/|$)/.test(target))).toEqual([]);
  expect(importsOutside(of('server'), (target) => !/^public(\/|$)/.test(target))).toEqual([]);
});

test('the product and its build import nothing of the tests', () => {
  const sources = inFolder('common', 'public', 'server', 'scripts').filter(
    ({ file }) => !isTest(file),
  );
  expect(importsOutside(sources, (target) => !/^test(\/|$)/.test(target))).toEqual([]);
  const words = /simulat|sandbox|embedded kibana|\bjest\b/i;
  const said = product.filter(({ texts }) => texts.some((text) => words.test(text)));
  expect(said.map(({ file }) => file)).toEqual([]);
});

/** The stand-ins for Kibana and Azure, as independent packages. */
const packages = ['test/kibana', 'test/azure'];
const packageOf = (file: string) => packages.find((folder) => `${file}/`.startsWith(`${folder}/`));

test('a stand-in is imported through its index only', () => {
  expect(
    importsOutside(everything, (target, _typesOnly, file) => {
      const owner = packageOf(target);
      return owner === undefined || owner === target || owner === packageOf(file);
    }),
  ).toEqual([]);
});

test('a stand-in imports nothing else of the tests but their shapes, and the simulator nothing of the plugin', () => {
  const sources = inFolder(...packages).filter(({ file }) => !isTest(file));
  const isOutside = (folders: RegExp, target: string, file: string) =>
    folders.test(target) && target !== 'test/shapes' && packageOf(target) !== packageOf(file);
  expect(
    importsOutside(
      sources,
      (target, _typesOnly, file) =>
        !isOutside(/^(common|public|server|test)(\/|$)/, target, file) &&
        !(file.startsWith('test/azure/') && target.startsWith('scripts/')),
    ),
  ).toEqual([]);
});

test('names of Azure hosts are in one table', () => {
  const hosts =
    /\b(azure\.(com|us|cn)|azure-api\.net|microsoftonline\.\w+|chinacloudapi\.cn|usgovcloudapi\.net|windows\.net|microsoft\.(com|us))\b/;
  // Pages for people; no requests are sent there.
  const readings =
    /(https:\/\/)?((learn|www|azure|support)\.)?microsoft\.com\/\S*|\baka\.ms\/\S*|www\.azure\.cn\/pricing\/\S*/g;
  const found = product
    .filter(({ file }) => file !== 'server/core/azure/clouds.ts')
    .flatMap(({ file, texts }) =>
      texts
        .filter((text) => hosts.test(text.replace(readings, '')))
        .map((text) => `${file}: ${text}`),
    );
  expect(found).toEqual([]);
});

test('files are within the size limits', () => {
  const long = everything
    .filter(({ file, lines }) => lines > (isTest(file) ? 400 : 250))
    .map(({ file, lines }) => `${file}: ${lines}`);
  expect(long).toEqual([]);
});

test('exports have names, each one of its own', () => {
  const wrong = everything.filter((source) => source.hasDefaultExport || source.hasExportAll);
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('file names are snake_case and say what is inside', () => {
  const vague = /(^|_)(services?|managers?|helpers?|utils?|misc)$/;
  const wrong = everything
    .map(({ file }) => file)
    .filter((file) => {
      const name = path.basename(file).replace(/(\.test|\.d)?\.tsx?$/, '');
      return !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name) || vague.test(name.replace('task_manager', ''));
    });
  expect(wrong).toEqual([]);
});

test('the rules see imports of every form, and types apart from values', () => {
  const text = `
    import { a, type B } from './a';
    import { type C } from '@kbn/core/server';
    import type { D } from '../common/d';
    export { e } from 'e';
    export * from './f';
    const g = () => import('@azure/g');
    type H = import('./h').H;
    export default g;
    switch (g) { default: }
    const url = \`https://x.azure.com/\${a}\`;`;
  const source = readSource('server/x.ts', text);
  expect(source.imports).toEqual([
    { target: 'server/a', typesOnly: false },
    { target: '@kbn/core/server', typesOnly: true },
    { target: 'common/d', typesOnly: true },
    { target: 'e', typesOnly: false },
    { target: 'server/f', typesOnly: false },
    { target: '@azure/g', typesOnly: false },
    { target: 'server/h', typesOnly: true },
  ]);
  expect(source).toMatchObject({ hasDefaultExport: true, hasExportAll: true });
  expect(source.texts).toContain('https://x.azure.com/');
});
