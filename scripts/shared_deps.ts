import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions, Plugin, PluginBuild } from 'esbuild';
import { inProject } from './paths';
import { listFiles } from './zip';

/**
 * Modules that Kibana already has on the page, and their names in `__kbnSharedDeps__`.
 * Only names that every 9.x version has may stand here; everything else is bundled.
 */
export const sharedDeps: Record<string, string> = {
  react: 'React',
  'react-dom': 'ReactDom',
  '@elastic/eui': 'ElasticEui',
  '@emotion/react': 'EmotionReact',
  '@kbn/i18n': 'KbnI18n',
  '@kbn/i18n-react': 'KbnI18nReact',
  moment: 'Moment',
  rxjs: 'Rxjs',
};

const namespace = 'kibana-shared';

const globalOf = (module: string) => `globalThis.__kbnSharedDeps__.${sharedDeps[module]}`;

/**
 * Reads the shared modules from the global. Without `sideEffects: false` the JSX shim would read them also where there is no
 * JSX.
 */
const shared = (bundler: PluginBuild, contentsOf: (module: string) => string) => {
  bundler.onResolve({ filter: /.*/ }, ({ path }) =>
    path in sharedDeps ? { path, namespace, sideEffects: false } : undefined,
  );
  bundler.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: contentsOf(path) }));
};

/** For a script that runs before Kibana's own: a shared module is read when it is first used. */
export const useSharedDeps: Plugin = {
  name: 'kibana-shared-deps',
  setup: (bundler) => shared(bundler, (module) => `module.exports = ${globalOf(module)};`),
};

const namedImport = /\b(?:import|export)\s+(?:\w+\s*,\s*)?\{([^}]*)\}\s*from\s*'([^']+)'/g;
const shims = ['scripts/jsx_shim.ts', 'scripts/message_shim.ts'].map((file) => inProject(file));

/** What the sources in a folder import from a module by name, and the shims; a name that is missed stops the build. */
const namesIn = (sources: string[], module: string): string[] => {
  const lists = sources.flatMap((source) =>
    [...source.matchAll(namedImport)].flatMap(([, list = '', from]) =>
      from === module ? list.split(',') : [],
    ),
  );
  const names = lists.map((name) => name.trim().replace(/ as .*/, ''));
  return [...new Set(names)].filter((name) => /^\w+$/.test(name)).sort();
};

/** For scripts that run when the shared modules are there: each name is read once, and is short everywhere. */
export const nameSharedDeps = (folder: string): Plugin => ({
  name: 'kibana-shared-names',
  setup: async (bundler) => {
    const files = (await listFiles(folder)).filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
    );
    const sources = await Promise.all(
      [...files.map((file) => path.join(folder, file)), ...shims].map((file) =>
        readFile(file, 'utf8'),
      ),
    );
    shared(
      bundler,
      (module) => `const shared = ${globalOf(module)};
        export default shared;
        export const { ${namesIn(sources, module).join(', ')} } = shared;`,
    );
  },
});

/** JSX through the shared Emotion: no JSX runtime is shared, and a second Emotion has its own theme. */
export const sharedJsx = {
  jsx: 'transform',
  jsxFactory: '__jsx',
  jsxFragment: '__Fragment',
  inject: [inProject('scripts/jsx_shim.ts')],
  // Otherwise esbuild takes the JSX settings of tsconfig.json.
  tsconfigRaw: {},
} satisfies BuildOptions;
